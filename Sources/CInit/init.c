// The two roles of the executable that must not wait for the Swift runtime. In a static initialiser, the runtime looks up its own
// path in /proc, and it aborts if /proc is not mounted: so in a VM that has just started, and in a container whose image hides
// /proc.
//
// The hook is an entry in .preinit_array, which the C library runs before all constructors of the executable, whatever their
// priority. A constructor(101) would be early enough today, but a library may claim an earlier priority at any time.
#define _GNU_SOURCE
#include "CInit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int is_utility_vm;

int cinit_is_utility_vm(void) {
    return is_utility_vm;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/// The init of a container: reaps orphans, and exits on SIGTERM, SIGINT or SIGHUP. It blocks all signals and waits for them,
/// because the kernel drops signals that PID 1 neither blocks nor handles.
static _Noreturn void container_init(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    prctl(PR_SET_NAME, "csrss");
    for (;;) {
        int number = sigwaitinfo(&all, NULL);
        if (number == SIGTERM || number == SIGINT || number == SIGHUP) {
            _exit(0);
        }
        while (waitpid(-1, NULL, WNOHANG) > 0) {
        }
    }
}

static void say(const char *what, const char *about) {
    dprintf(2, "bulkhead: %s %s: %s\n", what, about, strerror(errno));
}

static void mount_at(const char *source, const char *target, const char *type, unsigned long flags, const char *data) {
    mkdir(target, 0755);
    if (mount(source, target, type, flags, data) != 0 && errno != EBUSY) {
        say("cannot mount", target);
    }
}

/// Loads the kernel modules that /modules/order lists, one a line, dependencies first; parameters may follow a name.
static void load_modules(void) {
    FILE *order = fopen("/modules/order", "re");
    if (!order) {
        return;
    }
    char line[512];
    while (fgets(line, sizeof line, order)) {
        line[strcspn(line, "\n")] = 0;
        char *parameters = strchr(line, ' ');
        if (parameters) {
            *parameters++ = 0;
        }
        char path[600];
        snprintf(path, sizeof path, "/modules/%s", line);
        int file = open(path, O_RDONLY | O_CLOEXEC);
        if (file < 0 || (syscall(SYS_finit_module, file, parameters ? parameters : "", 0) != 0 && errno != EEXIST)) {
            say("cannot load", path);
        }
        if (file >= 0) {
            close(file);
        }
    }
    fclose(order);
}

/// Moves the root to a mount of its own above rootfs, the kernel's first mount: pivot_root(2), which container runtimes use, fails
/// on rootfs itself.
static void leave_first_root(void) {
    mkdir("/mnt", 0755);
    if (mount("/", "/mnt", NULL, MS_BIND, NULL) != 0 || chdir("/mnt") != 0 || mount(".", "/", NULL, MS_MOVE, NULL) != 0
        || chroot(".") != 0 || chdir("/") != 0) {
        say("cannot move", "/");
    }
}

/// PID 1 of a utility VM, started from the initramfs: mounts what programs need, then returns, and Swift's main runs.
static void utility_vm(void) {
    is_utility_vm = 1;
    umask(022);
    leave_first_root();
    mount_at("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    mount_at("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    mount_at("devtmpfs", "/dev", "devtmpfs", MS_NOSUID | MS_NOEXEC, "mode=0755");
    mount_at("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666,mode=0620,gid=5");
    mount_at("tmpfs", "/run", "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755");
    mount_at("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777");
    mount_at("cgroup2", "/sys/fs/cgroup", "cgroup2", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    load_modules();
}

static void choose_role(int argc, char **argv, char **envp) {
    (void)envp;
    if (argc < 1 || !argv || !argv[0]) {
        return;
    }
    const char *name = base_name(argv[0]);
    if (strcmp(name, "csrss") == 0) {
        container_init();
    }
    if (strcmp(name, "init") == 0 && getpid() == 1) {
        utility_vm();
    }
}

__attribute__((section(".preinit_array"), used, retain)) static void (*const hook)(int, char **, char **) = choose_role;
