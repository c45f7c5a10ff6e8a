import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

extension FileSystemWatcherObject {
    /// System.IO.WatcherChangeTypes: what happened to a file.
    static let changeTypes = ObjectType.enumeration(
        "System.IO.WatcherChangeTypes",
        Enumeration([("Created", 1), ("Deleted", 2), ("Changed", 4), ("Renamed", 8), ("All", 15)], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.WatcherChangeTypes") { FileSystemWatcherObject.changeTypes }
}
