import Values

/// Microsoft.PowerShell.Commands.WebResponseObject: the answer to a web request.
enum WebResponseObject {
    static let type = ObjectType("Microsoft.PowerShell.Commands.WebResponseObject", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.WebResponseObject") { WebResponseObject.type }
}
