extension ObjectType {
    /// The base of .NET's delegates: a script block stands for any of them.
    static let delegate = ObjectType("System.Delegate", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Delegate") { .delegate } }
