import Values

/// System.Management.Automation.TableControlColumnHeader: a column of a table.
enum TableControlColumnHeader {
    static let type = ObjectType("System.Management.Automation.TableControlColumnHeader", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.TableControlColumnHeader") { TableControlColumnHeader.type }
}
