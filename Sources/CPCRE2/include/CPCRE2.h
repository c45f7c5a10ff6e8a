// PCRE2 with 8-bit code units (UTF-8): the header wants the width named before it is read.
#ifndef CPCRE2_H
#define CPCRE2_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// PCRE2_UNSET is a macro with a cast, which Swift does not import.
static inline size_t cpcre2_unset(void) { return PCRE2_UNSET; }
/// PCRE2_ZERO_TERMINATED likewise.
static inline size_t cpcre2_zero_terminated(void) { return PCRE2_ZERO_TERMINATED; }

#endif
