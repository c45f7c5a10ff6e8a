// libedit's el_set and el_get are variadic: each use has a plain function here.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <histedit.h>

#endif
