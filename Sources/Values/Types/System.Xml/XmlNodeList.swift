extension XMLTypes {
    static let nodeList = ObjectType(
        "System.Xml.XmlNodeList", base: .object, interfaces: ["System.Collections.IEnumerable", "System.IDisposable"],
        members: [
            .property("Count", "int") { Value.integer($0.enumerated?.count ?? 0) },
            .method("Item", "int index", returns: "System.Xml.XmlNode") { value, arguments in
                let nodes = value.enumerated ?? []
                return nodes.indices.contains(arguments.int(0)) ? nodes[arguments.int(0)] : .null
            },
            .method("GetEnumerator", returns: "System.Collections.IEnumerator") { value, _ in
                .object(EnumeratorObject(value.enumerated ?? []))
            },
        ])

    static func list(_ nodes: [XMLNode]) -> Value { .object(ListObject(nodes.map { XMLObject.box($0) }, type: nodeList)) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlNodeList") { XMLTypes.nodeList }
}
