import Values

/// System.Management.Automation.FormatViewDefinition: a view of a type.
enum FormatViewDefinition {
    static let type = ObjectType("System.Management.Automation.FormatViewDefinition", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.FormatViewDefinition") { FormatViewDefinition.type }
}
