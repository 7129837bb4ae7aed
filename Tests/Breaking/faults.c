// A library to be preloaded into the program: it makes one call on a file fail, or ends the process there.
//
//   FAULT_UNDER   only files below this folder (absolute; several are divided by ':')
//   FAULT_CALL    write, pwrite, read, pread, sync, rename, create, open, truncate, mkdir, unlink, close; or any
//   FAULT_AT      the number of the call, from 1; 0: none, they are only counted
//   FAULT_STAYS   1: that call and every one after it
//   FAULT_WITH    ENOSPC, EIO, EINTR, EACCES, EMFILE; SHORT (half of what was asked for); KILL (SIGKILL, before the
//                 call is made)
//   FAULT_COUNTS  a file that is kept up to date: a line "CALL COUNT" for each kind, and what was made to fail
//   STILL_CLOCK   seconds since 1970: what the clock of the day says, always
//
// The program starts its workers without this library: what it writes, it writes by itself.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static const char *const names[] = {"write", "pwrite",   "read",  "pread",  "sync", "rename",
                                    "create", "open", "truncate", "mkdir", "unlink", "close"};
enum call { WRITE, PWRITE, READ, PREAD, SYNC, RENAME, CREATE, OPEN, TRUNCATE, MKDIR, UNLINK, CLOSE, CALLS, ANY };
enum with { NOTHING, ERRNO, SHORT, KILL };

struct counts {
    char text[4096];
};

static struct {
    pthread_mutex_t lock;
    int is_ready;
    const char *under;
    enum call call;
    enum with with;
    int error;
    long at;
    int stays;
    long count[CALLS];
    long all;
    struct counts *shared;
    char failed[PATH_MAX + 64];
} state = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void report(void) {
    if (!state.shared) return;
    int length = 0;
    for (int call = 0; call < CALLS; call++)
        length += snprintf(state.shared->text + length, 2048 - length, "%s %ld\n", names[call], state.count[call]);
    length += snprintf(state.shared->text + length, 2048 - length, "any %ld\n", state.all);
    snprintf(state.shared->text + length, 4096 - length, "%.1900s\n", state.failed);
}

static void prepare(void) {
    if (state.is_ready) return;
    state.is_ready = 1;
    state.under = getenv("FAULT_UNDER");
    const char *call = getenv("FAULT_CALL"), *with = getenv("FAULT_WITH"), *at = getenv("FAULT_AT");
    const char *stays = getenv("FAULT_STAYS"), *counts = getenv("FAULT_COUNTS");
    state.call = ANY;
    for (int known = 0; call && known < CALLS; known++)
        if (!strcmp(call, names[known])) state.call = known;
    state.at = at ? atol(at) : 0;
    state.stays = stays && atoi(stays);
    state.with = !with ? NOTHING : !strcmp(with, "SHORT") ? SHORT : !strcmp(with, "KILL") ? KILL : ERRNO;
    if (with)
        state.error = !strcmp(with, "ENOSPC")   ? ENOSPC
                      : !strcmp(with, "EINTR")  ? EINTR
                      : !strcmp(with, "EACCES") ? EACCES
                      : !strcmp(with, "EMFILE") ? EMFILE
                                                : EIO;
    if (!counts) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, counts, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0 || syscall(SYS_ftruncate, file, sizeof(struct counts))) return;
    void *shared = mmap(NULL, sizeof(struct counts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared != MAP_FAILED) state.shared = shared;
    syscall(SYS_close, file);
}

static int is_below(const char *path) {
    for (const char *folder = state.under; folder && *folder;) {
        size_t length = strcspn(folder, ":");
        if (!strncmp(path, folder, length) && (path[length] == '/' || !path[length])) return 1;
        folder += length + (folder[length] == ':');
    }
    return 0;
}

// Where a path leads from a folder's descriptor, as far as can be told without following it.
static void resolve(int folder, const char *path, char *full) {
    full[0] = 0;
    if (path[0] == '/') {
        snprintf(full, PATH_MAX, "%s", path);
        return;
    }
    char link[64], base[PATH_MAX / 2];
    if (folder == AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/cwd");
    else
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
    if (length < 0) return;
    base[length] = 0;
    snprintf(full, PATH_MAX, "%s/%.2000s", base, path);
}

// What is to become of this call: NOTHING, or state.with. A SHORT or EINTR strikes only where it means something.
static enum with strike_path(enum call call, const char *full) {
    enum with outcome = NOTHING;
    pthread_mutex_lock(&state.lock);
    prepare();
    if (state.under && full[0] && is_below(full)) {
        long count = ++state.count[call], all = ++state.all;
        long here = state.call == ANY ? all : count;
        int is_meant = state.call == ANY || state.call == call;
        if (is_meant && state.at && (here == state.at || (state.stays && here > state.at))) {
            outcome = state.with;
            snprintf(state.failed, sizeof state.failed, "struck %s %ld %s", names[call], here, full);
        }
        report();
        if (outcome == KILL) syscall(SYS_kill, getpid(), SIGKILL);
    }
    pthread_mutex_unlock(&state.lock);
    return outcome;
}

static enum with strike_at(enum call call, int folder, const char *path) {
    char full[PATH_MAX];
    int before = errno;
    resolve(folder, path, full);
    enum with outcome = strike_path(call, full);
    errno = before;
    return outcome;
}

static enum with strike_file(enum call call, int file) {
    char link[64], full[PATH_MAX];
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, full, sizeof full - 1);
    full[length < 0 ? 0 : length] = 0;
    enum with outcome = strike_path(call, full);
    errno = before;
    return outcome;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL_IF(condition) if (condition) { errno = state.error; return -1; }
#define HALF(size) ((size) > 1 ? (size) / 2 : (size))

ssize_t write(int file, const void *bytes, size_t size) {
    REAL(write);
    enum with outcome = strike_file(WRITE, file);
    FAIL_IF(outcome == ERRNO);
    return real(file, bytes, outcome == SHORT ? HALF(size) : size);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(writev);
    FAIL_IF(strike_file(WRITE, file) == ERRNO);
    return real(file, parts, count);
}

ssize_t read(int file, void *bytes, size_t size) {
    REAL(read);
    enum with outcome = strike_file(READ, file);
    FAIL_IF(outcome == ERRNO);
    return real(file, bytes, outcome == SHORT ? HALF(size) : size);
}

#define PLACED(name, kind, bytes_type)                                                          \
    ssize_t name(int file, bytes_type bytes, size_t size, off_t place) {                        \
        REAL(name);                                                                             \
        enum with outcome = strike_file(kind, file);                                            \
        FAIL_IF(outcome == ERRNO);                                                              \
        return real(file, bytes, outcome == SHORT ? HALF(size) : size, place);                  \
    }
PLACED(pwrite, PWRITE, const void *)
PLACED(pwrite64, PWRITE, const void *)
PLACED(pread, PREAD, void *)
PLACED(pread64, PREAD, void *)

#define ON_FILE(name, kind)                                                                     \
    int name(int file) {                                                                        \
        REAL(name);                                                                             \
        FAIL_IF(strike_file(kind, file) == ERRNO);                                              \
        return real(file);                                                                      \
    }
ON_FILE(fsync, SYNC)
ON_FILE(fdatasync, SYNC)

int close(int file) {
    REAL(close);
    enum with outcome = strike_file(CLOSE, file);
    // As Linux does it: the descriptor is gone whatever close says.
    int result = real(file);
    FAIL_IF(outcome == ERRNO);
    return result;
}

#define SIZED(name)                                                                             \
    int name(int file, off_t size) {                                                            \
        REAL(name);                                                                             \
        FAIL_IF(strike_file(TRUNCATE, file) == ERRNO);                                          \
        return real(file, size);                                                                \
    }
SIZED(ftruncate)
SIZED(ftruncate64)

int rename(const char *old, const char *new) {
    REAL(rename);
    FAIL_IF(strike_at(RENAME, AT_FDCWD, new) == ERRNO);
    return real(old, new);
}

int renameat(int from, const char *old, int to, const char *new) {
    REAL(renameat);
    FAIL_IF(strike_at(RENAME, to, new) == ERRNO);
    return real(from, old, to, new);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    REAL(renameat2);
    FAIL_IF(strike_at(RENAME, to, new) == ERRNO);
    return real(from, old, to, new, flags);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    FAIL_IF(strike_at(MKDIR, AT_FDCWD, path) == ERRNO);
    return real(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
    REAL(mkdirat);
    FAIL_IF(strike_at(MKDIR, folder, path) == ERRNO);
    return real(folder, path, mode);
}

#define REMOVING(name)                                                                          \
    int name(const char *path) {                                                                \
        REAL(name);                                                                             \
        FAIL_IF(strike_at(UNLINK, AT_FDCWD, path) == ERRNO);                                    \
        return real(path);                                                                      \
    }
REMOVING(unlink)
REMOVING(rmdir)
REMOVING(remove)

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    FAIL_IF(strike_at(UNLINK, folder, path) == ERRNO);
    return real(folder, path, flags);
}

#define MODE                                                                                    \
    mode_t mode = 0;                                                                            \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                        \
        va_list list;                                                                           \
        va_start(list, flags);                                                                  \
        mode = va_arg(list, mode_t);                                                            \
        va_end(list);                                                                           \
    }
#define KIND(flags) ((flags) & O_CREAT ? CREATE : OPEN)

#define OPENING(name)                                                                           \
    int name(const char *path, int flags, ...) {                                                \
        REAL(name);                                                                             \
        MODE FAIL_IF(strike_at(KIND(flags), AT_FDCWD, path) == ERRNO);                          \
        return real(path, flags, mode);                                                         \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                                        \
    int name(int folder, const char *path, int flags, ...) {                                    \
        REAL(name);                                                                             \
        MODE FAIL_IF(strike_at(KIND(flags), folder, path) == ERRNO);                            \
        return real(folder, path, flags, mode);                                                 \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

#define TEMPORARY(name, parameters, arguments)                                                  \
    int name parameters {                                                                       \
        REAL(name);                                                                             \
        FAIL_IF(strike_at(CREATE, AT_FDCWD, pattern) == ERRNO);                                 \
        return real arguments;                                                                  \
    }
TEMPORARY(mkstemp, (char *pattern), (pattern))
TEMPORARY(mkstemp64, (char *pattern), (pattern))
TEMPORARY(mkostemp, (char *pattern, int flags), (pattern, flags))
TEMPORARY(mkostemp64, (char *pattern, int flags), (pattern, flags))

// The day of a night that was cut off and of one that was not must be the same.
static long still(void) {
    static long seconds = -1;
    if (seconds < 0) {
        const char *text = getenv("STILL_CLOCK");
        seconds = text ? atol(text) : 0;
    }
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int result = real(clock, now);
    if (!result && still() && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        *now = (struct timespec){.tv_sec = still()};
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    REAL(gettimeofday);
    int result = real(now, zone);
    if (!result && still()) *now = (struct timeval){.tv_sec = still()};
    return result;
}

time_t time(time_t *now) {
    REAL(time);
    time_t result = real(NULL);
    if (still()) result = still();
    if (now) *now = result;
    return result;
}
