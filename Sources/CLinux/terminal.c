#include "linux.h"

#ifndef TIOCGPTPEER
#define TIOCGPTPEER _IO('T', 0x41)
#endif

int clinux_open_pty(int *controller, int *peer) {
    int unlocked = 0;
    *controller = clinux_open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC, 0);
    if (*controller < 0) return -1;
    if (ioctl(*controller, TIOCSPTLCK, &unlocked) != 0) goto failed;
    *peer = ioctl(*controller, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*peer < 0) goto failed;
    return 0;
failed:;
    int number = errno;
    close(*controller);
    errno = number;
    return -1;
}

int clinux_get_window(int terminal, uint16_t *columns, uint16_t *rows) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

int clinux_set_window(int terminal, uint16_t columns, uint16_t rows) {
    struct winsize size = {.ws_col = columns, .ws_row = rows};
    return ioctl(terminal, TIOCSWINSZ, &size);
}
