import Values

/// System.Diagnostics.FileVersionInfo: the version of a file.
enum FileVersionInfo {
    static let type = ObjectType("System.Diagnostics.FileVersionInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Diagnostics.FileVersionInfo") { FileVersionInfo.type }
}
