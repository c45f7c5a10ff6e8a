#include "linux.h"

#include <string.h>

#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif

struct failure {
    int number;
    const char *step;
};

/// Marks all descriptors from 3 up close-on-exec. The loop is for kernels before 5.11.
static void mark_close_on_exec(void) {
    if (syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
    struct rlimit limit;
    int last = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (int)limit.rlim_cur : 65536;
    for (int fd = 3; fd < last; fd++) fcntl(fd, F_SETFD, FD_CLOEXEC);
}

/// Runs in the child, in the parent's memory (vfork). Calls that glibc broadcasts to all threads of a process, such as setresuid,
/// are made as raw system calls: the wrapper would signal the parent's threads.
static void child(const struct clinux_spawn_options *o, int *copies, const sigset_t *mask, volatile struct failure *failure) {
#define FAIL(text) do { failure->number = errno; failure->step = text; _exit(127); } while (0)
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; number++) {
        if (number != SIGKILL && number != SIGSTOP) sigaction(number, &standard, NULL);
    }
    if (o->parent_death_signal && prctl(PR_SET_PDEATHSIG, o->parent_death_signal) != 0) FAIL("set the parent death signal");
    if (o->new_session && setsid() < 0) FAIL("start a session");
    if (o->process_group >= 0 && setpgid(0, o->process_group) != 0) FAIL("set the process group");
    if (o->foreground_terminal >= 0) tcsetpgrp(o->foreground_terminal, getpgrp());

    // Each source is first copied to a number above all targets, so that no target overwrites a source that is still needed.
    int floor = 3;
    for (int index = 0; index < o->descriptors; index++) if (o->targets[index] >= floor) floor = o->targets[index] + 1;
    for (int index = 0; index < o->descriptors; index++) {
        copies[index] = fcntl(o->sources[index], F_DUPFD_CLOEXEC, floor);
        if (copies[index] < 0) FAIL("copy a descriptor");
    }
    mark_close_on_exec();
    int mapped = 0;
    for (int index = 0; index < o->descriptors; index++) {
        if (dup2(copies[index], o->targets[index]) < 0) FAIL("map a descriptor");
        if (o->targets[index] < 3) mapped |= 1 << o->targets[index];
    }
    for (int fd = 0; fd < 3; fd++) {
        if (mapped & (1 << fd)) continue;
        close(fd);
        if (open("/dev/null", O_RDWR) != fd) FAIL("open /dev/null");
    }
    if (o->controlling_terminal >= 0 && ioctl(o->controlling_terminal, TIOCSCTTY, 0) != 0) FAIL("set the controlling terminal");

    if (o->root && chroot(o->root) != 0) FAIL("change the root");
    if (o->directory && chdir(o->directory) != 0) FAIL("change the folder");
    if (o->file_mode_mask >= 0) umask((mode_t)o->file_mode_mask);
    if (o->change_credentials) {
        if (syscall(SYS_setgroups, (size_t)o->group_count, o->groups) != 0) FAIL("set the groups");
        if (syscall(SYS_setresgid, o->group, o->group, o->group) != 0) FAIL("set the group");
        if (syscall(SYS_setresuid, o->user, o->user, o->user) != 0) FAIL("set the user");
        // A change of credentials clears the death signal (PR_SET_PDEATHSIG(2const)).
        if (o->parent_death_signal && prctl(PR_SET_PDEATHSIG, o->parent_death_signal) != 0) FAIL("set the parent death signal");
    }
    if (o->no_new_privileges && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) FAIL("give up new privileges");
    sigprocmask(SIG_SETMASK, mask, NULL);
    execve(o->path, o->argv, o->envp);
    FAIL("execute");
}

pid_t clinux_spawn(const struct clinux_spawn_options *options, const char **step) {
    volatile struct failure failure = {0, NULL};
    int copies[64];
    if (options->descriptors > 64) {
        errno = EMFILE;
        *step = "map descriptors";
        return -1;
    }
    sigset_t all, old, none;
    sigfillset(&all);
    sigemptyset(&none);
    // All signals blocked: a handler that ran in the child would work on the parent's memory.
    pthread_sigmask(SIG_SETMASK, &all, &old);
    // vfork, not fork: fork copies the page tables, 0.5 ms or more for a shell of a few hundred MB; vfork takes the same time for
    // any size.
    pid_t pid = vfork();
    if (pid == 0) child(options, copies, &none, &failure);
    int number = errno;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    if (pid < 0) {
        errno = number;
        *step = "fork";
        return -1;
    }
    if (failure.number != 0) {
        int status;
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
        errno = failure.number;
        *step = failure.step;
        return -1;
    }
    return pid;
}
