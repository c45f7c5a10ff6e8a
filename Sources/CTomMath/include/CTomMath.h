// LibTomMath: whole numbers of any size.
#ifndef CTOMMATH_H
#define CTOMMATH_H

#include <tommath.h>

#endif
