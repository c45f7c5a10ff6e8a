/// System.Xml.XmlNamespaceManager: prefixes for XPath.
public final class NamespaceManager: Object {
    /// The namespaces by their prefixes.
    public private(set) var namespaces: [String: String] = [:]

    public override var type: ObjectType { Self.objectType }

    static let objectType = ObjectType(
        "System.Xml.XmlNamespaceManager", base: .object,
        members: [
            .method("AddNamespace", "string prefix", "string uri", returns: "void") { value, arguments in
                value.asObject(NamespaceManager.self)?.namespaces[arguments.string(0)] = arguments.string(1)
                return .nothing
            },
            .method("LookupNamespace", "string prefix", returns: "string") { value, arguments in
                value.asObject(NamespaceManager.self)?.namespaces[arguments.string(0)].map { .string($0) } ?? .null
            },
            .method("HasNamespace", "string prefix", returns: "bool") { value, arguments in
                .bool(value.asObject(NamespaceManager.self)?.namespaces[arguments.string(0)] != nil)
            },
        ], construct: { _ in .object(NamespaceManager()) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlNamespaceManager") { NamespaceManager.objectType }
}
