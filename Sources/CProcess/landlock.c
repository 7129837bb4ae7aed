#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// https://docs.kernel.org/userspace-api/landlock.html
// Headers are often older than the kernel, so that what they lack is written here: the same on every machine.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };

enum {
    EXECUTE = 1 << 0,
    READ_FILE = 1 << 2,
    READ_FOLDER = 1 << 3,
    // Thirteen rights in the first version: these, and all ways to write, make and remove.
    FIRST_RIGHTS = (1 << 13) - 1,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
    DEVICES = 1 << 15,
    TCP_BIND_AND_CONNECT = 3,
    ABSTRACT_SOCKETS_AND_SIGNALS = 3,
};

struct ruleset {
    uint64_t files, network, scoped;
};

struct path_rule {
    uint64_t allowed;
    int32_t folder;
} __attribute__((packed));

int letterbook_landlock_version(void) {
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    return version < 0 ? 0 : (int)version;
}

// One path may be read (and run) from now on; a folder with all below it. A path that is not there needs no rule.
static int allow(int ruleset, const char *path, uint64_t rights) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES ? 0 : errno;
    struct stat facts;
    int failure = fstat(file, &facts) == 0 ? 0 : errno;
    if (failure == 0) {
        if (!S_ISDIR(facts.st_mode)) rights &= ~(uint64_t)READ_FOLDER;
        struct path_rule rule = {rights, file};
        if (syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0) failure = errno;
    }
    close(file);
    return failure;
}

static int is_single_threaded(void) {
    struct stat tasks;
    // A link for each thread, beside the folder's own two. Without /proc nobody can tell.
    return stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink <= 3 || letterbook_thread_sanitizer();
}

int letterbook_restrict_files(const char *const readable[], const char *const runnable[]) {
    int version = letterbook_landlock_version();
    if (version == 0) return ENOSYS;
    // The rules hold for this thread and what it starts: another thread would be free.
    if (!is_single_threaded()) return EBUSY;
    struct ruleset rules = {FIRST_RIGHTS, 0, 0};
    size_t size = offsetof(struct ruleset, network);
    if (version >= 2) rules.files |= REFER;
    if (version >= 3) rules.files |= TRUNCATE;
    if (version >= 4) rules.network = TCP_BIND_AND_CONNECT, size = offsetof(struct ruleset, scoped);
    if (version >= 5) rules.files |= DEVICES;
    if (version >= 6) rules.scoped = ABSTRACT_SOCKETS_AND_SIGNALS, size = sizeof(rules);

    int ruleset = (int)syscall(CREATE_RULESET, &rules, size, 0);
    if (ruleset < 0) return errno;
    int failure = 0;
    for (; failure == 0 && *readable != NULL; readable++) failure = allow(ruleset, *readable, READ_FILE | READ_FOLDER);
    for (; failure == 0 && *runnable != NULL; runnable++) failure = allow(ruleset, *runnable, READ_FILE | EXECUTE);
    if (failure == 0 && syscall(RESTRICT_SELF, ruleset, 0) != 0) failure = errno;
    close(ruleset);
    return failure;
}
