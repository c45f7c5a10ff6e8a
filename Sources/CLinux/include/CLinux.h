// Linux calls that Swift cannot import as they are: variadic ones, macros, and those glibc has no wrapper for.
#ifndef CLINUX_H
#define CLINUX_H

// Only what the declarations need: a header that defines _GNU_SOURCE and includes more gives types another shape than Swift's own module
// of the C library has, and the two no longer mix. The rest is in linux.h.
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
int clinux_syncfs(int descriptor);
/// fcntl(2) with an integer argument.
int clinux_fcntl(int descriptor, int command, int argument);
/// prctl(2) with one argument.
int clinux_prctl(int option, unsigned long argument);
#define CLINUX_PR_SET_CHILD_SUBREAPER 36
/// unshare(2) and setns(2).
int clinux_unshare(int flags);
int clinux_setns(int descriptor, int kind);
#define CLINUX_CLONE_NEWNS 0x00020000
#define CLINUX_CLONE_NEWNET 0x40000000
/// The text of an errno number, written into `text`; never NULL.
const char *clinux_error_text(int number, char *text, size_t size);

/// pidfd_open(2) and pidfd_send_signal(2).
int clinux_pidfd_open(pid_t pid);
int clinux_pidfd_signal(int pidfd, int number);
/// waitid(P_PID, …, WEXITED | WNOWAIT): returns once the child has ended and leaves it to be reaped.
int clinux_wait_ended(pid_t pid);
/// A status of waitpid as a shell says it: 0 to 255, 128 + signal.
int clinux_exit_code(int status);

/// What clinux_spawn is to do in the child between fork and exec, in this order: session or process group, terminal, descriptors,
/// folder, limits of rights, exec.
struct clinux_spawn_options {
    const char *path;
    char *const *argv;
    char *const *envp;
    /// Pairs of the parent's descriptor and the child's; every other descriptor is closed.
    const int *sources;
    const int *targets;
    int descriptors;
    /// NULL keeps the parent's.
    const char *root;
    const char *directory;
    /// Non-zero: setsid().
    int new_session;
    /// -1 keeps the parent's, 0 makes one of its own, else joins that one.
    int process_group;
    /// The child's descriptor (after mapping) that becomes the controlling terminal; -1 for none.
    int controlling_terminal;
    /// The parent's terminal descriptor on which the child's process group goes to the foreground; -1 for none.
    int foreground_terminal;
    /// The signal the child gets when the thread that started it ends; 0 for none.
    int parent_death_signal;
    /// Non-zero: setgroups, setresgid, setresuid to the three below.
    int change_credentials;
    uid_t user;
    gid_t group;
    const gid_t *groups;
    int group_count;
    int no_new_privileges;
    /// -1 keeps the parent's.
    int file_mode_mask;
};

/// Starts a process. Returns its pid, or -1 with errno and, in `step`, a static text saying what failed.
pid_t clinux_spawn(const struct clinux_spawn_options *options, const char **step);

/// sendmsg(2) of `size` bytes with descriptors attached. Returns the bytes sent.
ssize_t clinux_send_descriptors(int socket, const void *bytes, size_t size, const int *descriptors, int count);
/// recvmsg(2): up to `capacity` descriptors, close-on-exec, their number in `count`. Those that do not fit are closed.
ssize_t clinux_receive_descriptors(int socket, void *bytes, size_t size, int *descriptors, int capacity, int *count);
/// accept4(2), close-on-exec.
int clinux_accept(int listener);
/// SO_PEERCRED: the pid and uid at the other end.
int clinux_peer(int socket, pid_t *pid, uid_t *user);

/// Opens a pseudo-terminal without resolving the peer's path (TIOCGPTPEER), both ends close-on-exec.
int clinux_open_pty(int *controller, int *peer);
/// Reads or sets the size in columns and rows.
int clinux_get_window(int terminal, uint16_t *columns, uint16_t *rows);
int clinux_set_window(int terminal, uint16_t columns, uint16_t rows);

/// A close-on-exec, non-blocking descriptor that reads as the signals given; they are blocked in this thread.
int clinux_signal_descriptor(const int *numbers, int count);
/// Reads one signal's number; 0 where there is none, -1 on error.
int clinux_read_signal(int descriptor);
/// Sets SIG_IGN (ignore != 0) or SIG_DFL.
int clinux_set_signal(int number, int ignore);
/// Blocks or unblocks signals in this thread.
int clinux_block_signals(const int *numbers, int count, int block);

/// The kind part of st_mode, which are macros in C.
int clinux_is_directory(mode_t mode);
int clinux_is_regular(mode_t mode);
int clinux_is_symlink(mode_t mode);
unsigned int clinux_major(dev_t device);
unsigned int clinux_minor(dev_t device);

/// Waits for a semaphore at most so long; 0 where it came, -1 where the time was over.
int clinux_semaphore_wait(sem_t *semaphore, int64_t nanoseconds);

/// The lowest address of the calling thread's stack; 0 where it cannot be told.
uintptr_t clinux_stack_lowest_address(void);

/// Below which address the calling thread's stack is not to be used; the highest address where nobody has said so yet. Inline: it is asked
/// at every call that a script makes.
extern _Thread_local uintptr_t clinux_stack_limit_value;
static inline uintptr_t clinux_stack_limit(void) { return clinux_stack_limit_value; }
static inline void clinux_set_stack_limit(uintptr_t limit) { clinux_stack_limit_value = limit; }

/// For whom the calling thread works; NULL where nobody has said so.
extern _Thread_local void *clinux_thread_owner_value;
static inline void *clinux_thread_owner(void) { return clinux_thread_owner_value; }
static inline void clinux_set_thread_owner(void *owner) { clinux_thread_owner_value = owner; }

#endif
