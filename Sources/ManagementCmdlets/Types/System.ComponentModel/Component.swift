import Values

/// System.ComponentModel.Component: the base of processes and their modules.
enum Component {
    static let type = ObjectType("System.ComponentModel.Component", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.ComponentModel.Component") { Component.type }
}
