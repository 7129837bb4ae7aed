// Processes, their limits and pipes: the few system calls that Swift cannot reach on its own.
#ifndef LETTERBOOK_CPROCESS_H
#define LETTERBOOK_CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// Limits this process's address space, in bytes; not in a build with a sanitizer, which needs terabytes of it. 0 on
/// success, else errno.
int letterbook_limit_address_space(uint64_t bytes);

/// Limits this process's further CPU time: `seconds` from now. 0 on success, else errno.
int letterbook_limit_cpu_from_now(uint64_t seconds);

/// Limits another process of ours: its address space in bytes, its CPU time in seconds. 0 on success, else errno.
int letterbook_limit_process(pid_t process, uint64_t address_space, uint64_t cpu_seconds);

/// Limits this process's CPU time, in seconds from its start. 0 on success, else errno.
int letterbook_limit_cpu(uint64_t seconds);

/// Limits this process's open files; and no file may grow by a byte. 0 on success, else errno.
int letterbook_limit_files(uint64_t open_files);

/// Forbids core dumps. 0 on success, else errno.
int letterbook_forbid_core_dumps(void);

/// 1 in a build with a sanitizer, which keeps a shadow of all memory: terabytes of address space.
int letterbook_has_shadow_memory(void);

/// 1 in a build with ThreadSanitizer, which keeps a thread of its own in every process.
int letterbook_thread_sanitizer(void);

/// Version of the kernel's landlock; 0 where it has none or it is switched off.
int letterbook_landlock_version(void);

/// 1 where the kernel filters system calls (seccomp).
int letterbook_filters_calls(void);

/// No program that this process starts gets more rights than it has itself. 0 on success, else errno.
int letterbook_no_new_privileges(void);

/// From now on this process reads only `readable` files and folders, starts only `runnable` programs, writes nothing,
/// and, as far as the kernel's version goes, reaches no TCP port and sends no signal to a stranger.
///
/// Both lists end with NULL. 0 on success; ENOSYS where the kernel has no landlock; EBUSY where this process has
/// several threads, of which the others would stay free; else errno.
int letterbook_restrict_files(const char *const readable[], const char *const runnable[]);

/// Tries what a sandboxed process must not do: `socket`, `local-socket`, `read`, `write`, `remove` (with a path), `process`,
/// `program`, `signal`, `trace`, `namespace`. 0 where it can be done, else errno.
int letterbook_attempt(const char *what, const char *path);

/// Has the C library give freed memory back to the system from now on. Called before threads are started.
void letterbook_return_freed_memory(void);

/// Starts a program with three new pipes and no other descriptor of ours.
///
/// `arguments` and `environment` end with NULL. On success returns 0 and sets `process` and the parent's ends:
/// `input` (we write), `output` and `errors` (we read). Else errno.
int letterbook_spawn(
    const char *path, char *const arguments[], char *const environment[], pid_t *process, int *input,
    int *output, int *errors);

/// 1 where a child ends, or has ended, within so many milliseconds; it is still to be waited for.
int letterbook_ends_within(pid_t process, int milliseconds);

/// Waits for a child. Returns its exit code, or 256 + the signal that ended it, or -errno.
int letterbook_wait(pid_t process);

#endif
