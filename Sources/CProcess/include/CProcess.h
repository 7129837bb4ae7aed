// Processes, their limits and pipes: the few system calls that Swift cannot reach on its own.
#ifndef LETTERBOOK_CPROCESS_H
#define LETTERBOOK_CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// Limits this process's address space, in bytes. 0 on success, else errno.
int letterbook_limit_address_space(uint64_t bytes);

/// Limits this process's further CPU time: `seconds` from now. 0 on success, else errno.
int letterbook_limit_cpu_from_now(uint64_t seconds);

/// Limits another process of ours: its address space in bytes, its CPU time in seconds. 0 on success, else errno.
int letterbook_limit_process(pid_t process, uint64_t address_space, uint64_t cpu_seconds);

/// Forbids core dumps. 0 on success, else errno.
int letterbook_forbid_core_dumps(void);

/// Starts a program with three new pipes and no other descriptor of ours.
///
/// `arguments` and `environment` end with NULL. On success returns 0 and sets `process` and the parent's ends:
/// `input` (we write), `output` and `errors` (we read). Else errno.
int letterbook_spawn(
    const char *path, char *const arguments[], char *const environment[], pid_t *process, int *input,
    int *output, int *errors);

/// Waits for a child. Returns its exit code, or 256 + the signal that ended it, or -errno.
int letterbook_wait(pid_t process);

#endif
