#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <stddef.h>
#include <sys/resource.h>

static int limit(int resource, rlim_t soft, rlim_t hard) {
    struct rlimit value = {soft, hard};
    return setrlimit(resource, &value) == 0 ? 0 : errno;
}

int letterbook_limit_address_space(uint64_t bytes) { return limit(RLIMIT_AS, bytes, bytes); }

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
    struct rlimit cpu = {cpu_seconds, cpu_seconds};
    struct rlimit core = {0, 0};
    if (prlimit(process, RLIMIT_AS, &space, NULL) != 0) return errno;
    if (prlimit(process, RLIMIT_CPU, &cpu, NULL) != 0) return errno;
    return prlimit(process, RLIMIT_CORE, &core, NULL) == 0 ? 0 : errno;
}

int letterbook_forbid_core_dumps(void) { return limit(RLIMIT_CORE, 0, 0); }
