#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <stddef.h>
#include <sys/resource.h>

static int limit(int resource, rlim_t soft, rlim_t hard) {
    struct rlimit value = {soft, hard};
    return setrlimit(resource, &value) == 0 ? 0 : errno;
}

int letterbook_limit_address_space(uint64_t bytes) {
    return letterbook_has_shadow_memory() ? 0 : limit(RLIMIT_AS, bytes, bytes);
}

// The soft limit says which limit it was (SIGXCPU); the hard one ends with the same signal as anybody who kills a process.
int letterbook_limit_cpu(uint64_t seconds) { return limit(RLIMIT_CPU, seconds, seconds + 2); }

int letterbook_limit_cpu_from_now(uint64_t seconds) {
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) != 0) return errno;
    struct rlimit current;
    if (getrlimit(RLIMIT_CPU, &current) != 0) return errno;
    rlim_t until = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 1;
    if (current.rlim_max != RLIM_INFINITY && until > current.rlim_max) until = current.rlim_max;
    return limit(RLIMIT_CPU, until, current.rlim_max);
}

int letterbook_limit_process(pid_t process, uint64_t address_space, uint64_t cpu_seconds) {
    struct rlimit space = {address_space, address_space};
    struct rlimit cpu = {cpu_seconds, cpu_seconds + 2};
    struct rlimit core = {0, 0};
    if (!letterbook_has_shadow_memory() && prlimit(process, RLIMIT_AS, &space, NULL) != 0) return errno;
    if (prlimit(process, RLIMIT_CPU, &cpu, NULL) != 0) return errno;
    return prlimit(process, RLIMIT_CORE, &core, NULL) == 0 ? 0 : errno;
}

int letterbook_limit_files(uint64_t open_files) {
    // Pipes are no files: only what would be written to a disk counts.
    int failure = limit(RLIMIT_FSIZE, 0, 0);
    return failure != 0 ? failure : limit(RLIMIT_NOFILE, open_files, open_files);
}

int letterbook_forbid_core_dumps(void) { return limit(RLIMIT_CORE, 0, 0); }
