#include "linux.h"

#include <linux/openat2.h>
#include <string.h>
#include <sys/signalfd.h>

int clinux_open(const char *path, int flags, mode_t mode) {
    int fd;
    do fd = open(path, flags, mode); while (fd < 0 && errno == EINTR);
    return fd;
}

int clinux_openat(int directory, const char *path, int flags, mode_t mode) {
    int fd;
    do fd = openat(directory, path, flags, mode); while (fd < 0 && errno == EINTR);
    return fd;
}

int clinux_openat2(int directory, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve) {
    struct open_how how = {.flags = flags, .mode = mode, .resolve = resolve};
    int fd;
    // EAGAIN: a rename or mount raced with the resolution below the root.
    do fd = (int)syscall(SYS_openat2, directory, path, &how, sizeof how); while (fd < 0 && (errno == EINTR || errno == EAGAIN));
    return fd;
}

int clinux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int clinux_syncfs(int descriptor) { return syncfs(descriptor); }

int clinux_fcntl(int descriptor, int command, int argument) { return fcntl(descriptor, command, argument); }

int clinux_prctl(int option, unsigned long argument) { return prctl(option, argument, 0, 0, 0); }

int clinux_unshare(int flags) { return unshare(flags); }

int clinux_setns(int descriptor, int kind) { return setns(descriptor, kind); }

const char *clinux_error_text(int number, char *text, size_t size) { return strerror_r(number, text, size); }

int clinux_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int clinux_pidfd_signal(int pidfd, int number) { return (int)syscall(SYS_pidfd_send_signal, pidfd, number, NULL, 0); }

int clinux_wait_ended(pid_t pid) {
    siginfo_t information;
    int result;
    do result = waitid(P_PID, (id_t)pid, &information, WEXITED | WNOWAIT); while (result < 0 && errno == EINTR);
    return result;
}

int clinux_exit_code(int status) {
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    return 255;
}

static void fill(sigset_t *set, const int *numbers, int count) {
    sigemptyset(set);
    for (int index = 0; index < count; index++) sigaddset(set, numbers[index]);
}

int clinux_signal_descriptor(const int *numbers, int count) {
    sigset_t set;
    fill(&set, numbers, count);
    if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int clinux_read_signal(int descriptor) {
    struct signalfd_siginfo information;
    ssize_t size;
    do size = read(descriptor, &information, sizeof information); while (size < 0 && errno == EINTR);
    if (size < 0) return errno == EAGAIN ? 0 : -1;
    return size == sizeof information ? (int)information.ssi_signo : 0;
}

int clinux_set_signal(int number, int ignore) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = ignore ? SIG_IGN : SIG_DFL;
    return sigaction(number, &action, NULL);
}

int clinux_block_signals(const int *numbers, int count, int block) {
    sigset_t set;
    fill(&set, numbers, count);
    return pthread_sigmask(block ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

int clinux_is_directory(mode_t mode) { return S_ISDIR(mode); }
int clinux_is_regular(mode_t mode) { return S_ISREG(mode); }
int clinux_is_symlink(mode_t mode) { return S_ISLNK(mode); }
unsigned int clinux_major(dev_t device) { return major(device); }
unsigned int clinux_minor(dev_t device) { return minor(device); }
