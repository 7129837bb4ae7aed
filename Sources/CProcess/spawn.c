#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { READ = 0, WRITE = 1 };

static void close_pair(int pair[2]) {
    if (pair[READ] >= 0) close(pair[READ]);
    if (pair[WRITE] >= 0) close(pair[WRITE]);
}

int letterbook_spawn(
    const char *path, char *const arguments[], char *const environment[], pid_t *process, int *input,
    int *output, int *errors) {
    int in[2] = {-1, -1}, out[2] = {-1, -1}, err[2] = {-1, -1};
    int failure = 0;
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
        failure = errno;
    } else {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        sigset_t none, usual;
        sigemptyset(&none);
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE);
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[READ], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out[WRITE], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, err[WRITE], STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes);
        // A child in a group of its own does not get the Ctrl-C meant for us: we end it in good order.
        posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &usual);
        posix_spawnattr_setpgroup(&attributes, 0);
        failure = posix_spawn(process, path, &actions, &attributes, arguments, environment);
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    if (failure != 0) {
        close_pair(in);
        close_pair(out);
        close_pair(err);
        return failure;
    }
    close(in[READ]);
    close(out[WRITE]);
    close(err[WRITE]);
    *input = in[WRITE];
    *output = out[READ];
    *errors = err[READ];
    return 0;
}

int letterbook_ends_within(pid_t process, int milliseconds) {
    for (;; milliseconds--) {
        siginfo_t information = {0};
        int result = waitid(P_PID, (id_t)process, &information, WEXITED | WNOHANG | WNOWAIT);
        if (result == 0 && information.si_pid == process) return 1;
        if ((result != 0 && errno != EINTR) || milliseconds <= 0) return 0;
        struct timespec pause = {0, 1000000};
        nanosleep(&pause, NULL);
    }
}

int letterbook_wait(pid_t process) {
    int status;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return -errno;
    }
    return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}
