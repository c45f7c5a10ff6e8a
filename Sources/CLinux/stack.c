#define _GNU_SOURCE
#include "CLinux.h"
#include <pthread.h>

uintptr_t clinux_stack_lowest_address(void) {
    pthread_attr_t attributes;
    void *base = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    pthread_attr_getstack(&attributes, &base, &size);
    pthread_attr_destroy(&attributes);
    return (uintptr_t)base;
}

_Thread_local uintptr_t clinux_stack_limit_value = UINTPTR_MAX;
_Thread_local void *clinux_thread_owner_value = NULL;
