import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

extension FileSystemWatcherObject {
    /// System.IO.NotifyFilters: what a watcher looks for.
    static let notifyFilters = ObjectType.enumeration(
        "System.IO.NotifyFilters",
        Enumeration(
            [
                ("FileName", 1), ("DirectoryName", 2), ("Attributes", 4), ("Size", 8), ("LastWrite", 16), ("LastAccess", 32),
                ("CreationTime", 64), ("Security", 256),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.NotifyFilters") { FileSystemWatcherObject.notifyFilters }
}
