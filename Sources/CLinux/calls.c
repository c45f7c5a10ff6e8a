#include "CLinux.h"

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
