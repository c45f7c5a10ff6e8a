extension ObjectType {
    /// The walk over a text's UTF-16 code units (`'abc'.GetEnumerator()`).
    static let charEnumerator = ObjectType(
        "System.CharEnumerator", base: .object,
        interfaces: ["System.Collections.IEnumerator", "System.ICloneable", "System.IDisposable"],
        members: EnumeratorObject.objectType.members.filter { ["Current", "MoveNext", "Reset", "Dispose"].contains($0.name) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.CharEnumerator") { .charEnumerator } }
