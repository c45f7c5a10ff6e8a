extension ObjectType {
    static let garbageCollector = ObjectType(
        "System.GC", base: .object,
        statics: [
            .function("Collect", "object generation?", returns: "void") { _ in .nothing },
            .function("WaitForPendingFinalizers", returns: "void") { _ in .nothing },
            .function("GetTotalMemory", "bool forceFullCollection", returns: "long") { _ in .long(0) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.GC") { .garbageCollector } }
