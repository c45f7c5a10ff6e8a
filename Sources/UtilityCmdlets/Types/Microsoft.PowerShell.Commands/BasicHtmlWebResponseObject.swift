import Values

/// Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject: an answer whose content is text.
enum BasicHTMLWebResponseObject {
    static let type = ObjectType("Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject", base: WebResponseObject.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject") { BasicHTMLWebResponseObject.type }
}
