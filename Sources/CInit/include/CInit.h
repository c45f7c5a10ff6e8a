// The roles of the executable that end, or are prepared, before the Swift runtime starts; see init.c.
#ifndef CINIT_H
#define CINIT_H

/// Non-zero if this process is PID 1 of a utility VM. File systems are then mounted and modules loaded.
int cinit_is_utility_vm(void);

#endif
