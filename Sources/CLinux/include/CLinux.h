// Linux calls that Swift cannot import: variadic functions, macros, and system calls without a wrapper in glibc. Unless said
// otherwise, functions return -1 and set errno on failure.
#ifndef CLINUX_H
#define CLINUX_H

// Only the headers that the declarations need. A header that defines _GNU_SOURCE and includes more would give C types another
// layout than they have in Swift's module of the C library, and the two could not be mixed. linux.h includes the rest.
#include <semaphore.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// open(2) with a mode, restarted on EINTR.
int clinux_open(const char *path, int flags, mode_t mode);
/// openat(2) with a mode, restarted on EINTR.
int clinux_openat(int directory, const char *path, int flags, mode_t mode);
/// openat2(2) with resolve flags (RESOLVE_* of linux/openat2.h).
int clinux_openat2(int directory, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve);
#define CLINUX_RESOLVE_NO_XDEV 0x01
#define CLINUX_RESOLVE_NO_MAGICLINKS 0x02
#define CLINUX_RESOLVE_NO_SYMLINKS 0x04
#define CLINUX_RESOLVE_BENEATH 0x08
#define CLINUX_RESOLVE_IN_ROOT 0x10

#define CLINUX_O_PATH 010000000

/// pipe2(2), close-on-exec.
int clinux_pipe(int ends[2]);
/// syncfs(2).
int clinux_syncfs(int descriptor);
/// fcntl(2) with an integer argument.
int clinux_fcntl(int descriptor, int command, int argument);
/// prctl(2) with one argument.
int clinux_prctl(int option, unsigned long argument);
#define CLINUX_PR_SET_CHILD_SUBREAPER 36
/// unshare(2), and setns(2) with the kind of the namespace (CLONE_NEW*).
int clinux_unshare(int flags);
int clinux_setns(int descriptor, int kind);
#define CLINUX_CLONE_NEWNS 0x00020000
#define CLINUX_CLONE_NEWNET 0x40000000
/// strerror_r(3), GNU version: the text of an errno value, which may or may not be in `text`; never NULL.
const char *clinux_error_text(int number, char *text, size_t size);

/// pidfd_open(2), and pidfd_send_signal(2).
int clinux_pidfd_open(pid_t pid);
int clinux_pidfd_signal(int pidfd, int number);
/// waitid(2) with WNOWAIT: returns when the child has ended, without reaping it.
int clinux_wait_ended(pid_t pid);
/// The exit code of a status from waitpid(2): 0 to 255, or 128 plus the signal.
int clinux_exit_code(int status);

/// What clinux_spawn does in the child between fork and exec, in this order: default signal actions, death signal, session, process
/// group, foreground group, descriptors, controlling terminal, root, folder, umask, credentials, no_new_privs, exec.
struct clinux_spawn_options {
    /// The executable's path; PATH is not searched.
    const char *path;
    char *const *argv;
    char *const *envp;
    /// Pairs of a descriptor of the parent (`sources`) and its number in the child (`targets`), at most 64; every other descriptor
    /// is closed. 0, 1 and 2 are /dev/null if they are no targets.
    const int *sources;
    const int *targets;
    int descriptors;
    /// The child's root (chroot(2)) and folder (chdir(2)); NULL keeps those of the parent.
    const char *root;
    const char *directory;
    /// Non-zero calls setsid(2).
    int new_session;
    /// -1 keeps the parent's group, 0 makes a new one, another number joins that group.
    int process_group;
    /// The descriptor, by its number in the child, that becomes the controlling terminal; -1 for none.
    int controlling_terminal;
    /// A terminal of the parent, by its number there, on which the child's process group becomes the foreground group; -1 for none.
    int foreground_terminal;
    /// The signal that the child gets when the thread that started it ends; 0 for none.
    int parent_death_signal;
    /// Non-zero sets the supplementary groups, the group and the user below.
    int change_credentials;
    uid_t user;
    gid_t group;
    const gid_t *groups;
    int group_count;
    /// Non-zero sets PR_SET_NO_NEW_PRIVS.
    int no_new_privileges;
    /// The umask; -1 keeps that of the parent.
    int file_mode_mask;
};

/// Starts a program. Returns its pid once exec has succeeded; on failure -1 with errno, and in `step` a static text that names the
/// step that failed.
pid_t clinux_spawn(const struct clinux_spawn_options *options, const char **step);

/// sendmsg(2) of `size` bytes with up to 16 descriptors attached. Returns the number of bytes sent.
ssize_t clinux_send_descriptors(int socket, const void *bytes, size_t size, const int *descriptors, int count);
/// recvmsg(2) of up to `size` bytes. Stores up to `capacity` descriptors, made close-on-exec, and their number in `count`;
/// descriptors beyond that are closed. Returns the number of bytes received.
ssize_t clinux_receive_descriptors(int socket, void *bytes, size_t size, int *descriptors, int capacity, int *count);
/// accept4(2), close-on-exec.
int clinux_accept(int listener);
/// SO_PEERCRED: the pid and uid of the other end when it connected.
int clinux_peer(int socket, pid_t *pid, uid_t *user);

/// Opens a pseudo-terminal, both ends close-on-exec. TIOCGPTPEER opens the peer without a path, so that no /dev/pts of another
/// mount namespace can be hit.
int clinux_open_pty(int *controller, int *peer);
/// Reads, or sets, a terminal's size.
int clinux_get_window(int terminal, uint16_t *columns, uint16_t *rows);
int clinux_set_window(int terminal, uint16_t columns, uint16_t rows);

/// signalfd(2), close-on-exec and non-blocking, for these signals, which are blocked in the calling thread.
int clinux_signal_descriptor(const int *numbers, int count);
/// Reads a signal from such a descriptor. Returns its number, 0 if none is pending.
int clinux_read_signal(int descriptor);
/// Sets a signal's action to SIG_IGN (`ignore` non-zero) or SIG_DFL.
int clinux_set_signal(int number, int ignore);
/// Blocks (`block` non-zero) or unblocks signals in the calling thread. Returns 0 or an errno value, as pthread_sigmask(3) does.
int clinux_block_signals(const int *numbers, int count, int block);

/// Macros on st_mode and on device numbers.
int clinux_is_directory(mode_t mode);
int clinux_is_regular(mode_t mode);
int clinux_is_symlink(mode_t mode);
unsigned int clinux_major(dev_t device);
unsigned int clinux_minor(dev_t device);

/// Waits for a semaphore at most that long. Returns -1 on a timeout.
int clinux_semaphore_wait(sem_t *semaphore, int64_t nanoseconds);

/// The lowest address of the calling thread's stack; 0 if it cannot be determined.
uintptr_t clinux_stack_lowest_address(void);

/// The address below which the calling thread must not let its stack grow; the highest address until it is set. Inline, because
/// every call in a script asks for it.
extern _Thread_local uintptr_t clinux_stack_limit_value;
static inline uintptr_t clinux_stack_limit(void) { return clinux_stack_limit_value; }
static inline void clinux_set_stack_limit(uintptr_t limit) { clinux_stack_limit_value = limit; }

/// The object on whose behalf the calling thread runs; NULL until it is set.
extern _Thread_local void *clinux_thread_owner_value;
static inline void *clinux_thread_owner(void) { return clinux_thread_owner_value; }
static inline void clinux_set_thread_owner(void *owner) { clinux_thread_owner_value = owner; }

#endif
