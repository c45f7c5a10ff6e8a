import Values

/// System.Management.Automation.PSListModifier: a change of a list, which Update-List writes where it is given no object.
enum ListModifier {
    static let type = ObjectType("System.Management.Automation.PSListModifier", base: .hashtable)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSListModifier", "pslistmodifier") { ListModifier.type }
}
