// LibTomMath, integers of arbitrary size, for System.Numerics.BigInteger.
#ifndef CTOMMATH_H
#define CTOMMATH_H

#include <tommath.h>

#endif
