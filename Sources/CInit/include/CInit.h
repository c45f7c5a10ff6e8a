// What must run before the Swift runtime does: see init.c.
#ifndef CINIT_H
#define CINIT_H
#endif
