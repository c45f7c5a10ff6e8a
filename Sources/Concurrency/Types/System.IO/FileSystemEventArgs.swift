import Values

extension FileSystemWatcherObject {
    /// System.IO.FileSystemEventArgs: a file that was made, changed or removed.
    static let eventType = ObjectType("System.IO.FileSystemEventArgs", base: EventArguments.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.FileSystemEventArgs") { FileSystemWatcherObject.eventType }
}
