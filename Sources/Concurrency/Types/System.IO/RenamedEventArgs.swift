import Values

extension FileSystemWatcherObject {
    /// System.IO.RenamedEventArgs: a file that has a new name.
    static let renameType = ObjectType("System.IO.RenamedEventArgs", base: eventType)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.RenamedEventArgs") { FileSystemWatcherObject.renameType }
}
