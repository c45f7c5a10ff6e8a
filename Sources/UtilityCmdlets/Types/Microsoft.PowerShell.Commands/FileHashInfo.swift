import Values

/// Microsoft.PowerShell.Commands.FileHashInfo: the hash of a file.
enum FileHashInfo {
    static let type = ObjectType("Microsoft.PowerShell.Commands.FileHashInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.FileHashInfo") { FileHashInfo.type }
}
