import Values

extension TextWriterObject {
    /// System.IO.TextWriter+SyncTextWriter: what `[Console]::Out` is. .NET keeps the class to itself.
    static let synchronized = ObjectType("System.IO.TextWriter+SyncTextWriter", base: base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.IO.TextWriter+SyncTextWriter") { TextWriterObject.synchronized }
}
