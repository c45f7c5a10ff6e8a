import Values

/// System.Management.Automation.TableControl: a table.
enum TableControl {
    static let type = ObjectType("System.Management.Automation.TableControl", base: PSControl.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.TableControl") { TableControl.type }
}
