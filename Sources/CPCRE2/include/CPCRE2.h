// PCRE2 with code units of 8 bits (UTF-8). pcre2.h requires the width to be defined before it is included.
#ifndef CPCRE2_H
#define CPCRE2_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// PCRE2_UNSET, a macro with a cast, which Swift cannot import.
static inline size_t cpcre2_unset(void) { return PCRE2_UNSET; }
/// PCRE2_ZERO_TERMINATED, for the same reason.
static inline size_t cpcre2_zero_terminated(void) { return PCRE2_ZERO_TERMINATED; }

#endif
