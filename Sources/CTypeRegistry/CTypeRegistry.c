#include "CTypeRegistry.h"

// Weak: an executable that registers none has no such section.
extern const CTypeRegistrar __start_bulkhead_types __attribute__((weak));
extern const CTypeRegistrar __stop_bulkhead_types __attribute__((weak));
extern const CTypeRegistrar __start_bulkhead_session_types __attribute__((weak));
extern const CTypeRegistrar __stop_bulkhead_session_types __attribute__((weak));

static void visit(const CTypeRegistrar *first, const CTypeRegistrar *end, CTypeRegistrations registrations) {
    for (const CTypeRegistrar *entry = first; entry < end; entry++) (*entry)(registrations);
}

void ctyperegistry_visit_shared(CTypeRegistrations registrations) {
    visit(&__start_bulkhead_types, &__stop_bulkhead_types, registrations);
}

void ctyperegistry_visit_session(CTypeRegistrations registrations) {
    visit(&__start_bulkhead_session_types, &__stop_bulkhead_session_types, registrations);
}
