import Glibc
import Interpreter
import LinuxSystem
import Values

extension DirectoryType {
    /// System.IO.SearchOption: whether a search enters the folders below.
    static let searchOption = ObjectType.enumeration("System.IO.SearchOption", Enumeration(["TopDirectoryOnly", "AllDirectories"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.SearchOption") { DirectoryType.searchOption }
}
