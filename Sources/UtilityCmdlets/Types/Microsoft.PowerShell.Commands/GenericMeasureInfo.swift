import Values

/// Microsoft.PowerShell.Commands.GenericMeasureInfo: what Measure-Object finds in numbers.
enum GenericMeasureInfo {
    static let type = ObjectType("Microsoft.PowerShell.Commands.GenericMeasureInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.GenericMeasureInfo") { GenericMeasureInfo.type }
}
