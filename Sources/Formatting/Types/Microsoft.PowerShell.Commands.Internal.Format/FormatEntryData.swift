import Values

/// An object that Format-Table, Format-List, Format-Wide or Format-Custom has prepared. It holds values, not lines: only the output
/// command knows the width.
public final class FormattedObject: Object {
    /// The layout. Objects of one run share the same request object.
    public let request: FormatRequest
    /// The values of the request's columns; for the custom and text layouts, the lines.
    public let cells: [Value]
    /// The value of the group that the object belongs to; null if the request does not group.
    public let group: Value

    /// Makes a prepared object; the parameters are the properties of the same names.
    public init(_ request: FormatRequest, cells: [Value], group: Value = .null) {
        self.request = request
        self.cells = cells
        self.group = group
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { Self.objectType.name }

    static let objectType = ObjectType(
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData") { FormattedObject.objectType }
}
