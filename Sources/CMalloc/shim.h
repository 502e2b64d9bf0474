/* glibc's settings of its memory, which Swift's module of glibc leaves out. */
#include <malloc.h>
