// The roles of the executable that must be over, or prepared, before the Swift runtime starts: see init.c.
#ifndef CINIT_H
#define CINIT_H

/// Non-zero where this process is PID 1 of a utility VM: file systems are mounted and modules are loaded.
int cinit_is_utility_vm(void);

#endif
