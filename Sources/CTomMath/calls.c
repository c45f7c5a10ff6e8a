#include "CTomMath.h"
