import Values

/// Microsoft.PowerShell.Commands.TextMeasureInfo: what Measure-Object finds in texts.
enum TextMeasureInfo {
    static let type = ObjectType("Microsoft.PowerShell.Commands.TextMeasureInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.TextMeasureInfo") { TextMeasureInfo.type }
}
