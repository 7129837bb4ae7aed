// Process limits and pipes: the few system calls that Swift cannot reach on its own.
#ifndef LETTERBOOK_CPROCESS_H
#define LETTERBOOK_CPROCESS_H

#include <stdint.h>

/// Limits this process's address space, in bytes. 0 on success, else errno.
int letterbook_limit_address_space(uint64_t bytes);

/// Limits this process's further CPU time: `seconds` from now. 0 on success, else errno.
int letterbook_limit_cpu_from_now(uint64_t seconds);

/// Forbids core dumps. 0 on success, else errno.
int letterbook_forbid_core_dumps(void);

/// A pipe whose ends close on exec. 0 on success, else errno.
int letterbook_pipe(int descriptors[2]);

#endif
