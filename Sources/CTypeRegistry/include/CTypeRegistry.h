// Types that scripts can name, each registered by the file that declares it.
//
// A registration is a function in a section of the executable; the linker puts all of a section side by side and defines symbols for its
// start and end (`__start_NAME` and `__stop_NAME`, GNU ld and LLVM lld, "Output Section Address"). So a new type is one new file, and
// no list names them all.
#pragma once

#pragma clang assume_nonnull begin

/// What a registration is given: an object of Swift's, unretained.
typedef struct CTypeRegistrations {
    const void *list;
} CTypeRegistrations;

/// A registration.
typedef void (*CTypeRegistrar)(CTypeRegistrations registrations);

/// Calls every registration of types that are the same in all sessions (section `bulkhead_types`).
void ctyperegistry_visit_shared(CTypeRegistrations registrations);

/// Calls every registration of types that are made for each session (section `bulkhead_session_types`).
void ctyperegistry_visit_session(CTypeRegistrations registrations);

#pragma clang assume_nonnull end
