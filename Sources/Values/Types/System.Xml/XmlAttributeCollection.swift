/// System.Xml.XmlAttributeCollection: the attributes of an element, also by their names.
final class AttributeCollection: Object, DynamicMembersObject {
    private let node: XMLNode
    private let owner: XMLObject

    init(_ node: XMLNode) {
        self.node = node
        owner = XMLObject(node)
        super.init()
    }

    override var enumerated: [Value]? { node.attributes.map { XMLObject.box($0) } }
    override var type: ObjectType { Self.objectType }
    override var dynamicMembers: (any DynamicMembersObject)? { self }
    var dynamicNames: [String] { node.attributes.map(\.name) }
    func dynamicValue(_ name: String) -> Value? {
        node.attributes.first { $0.name.equalsIgnoringCase(name) }.map { XMLObject.box($0) }
    }
    func setDynamicValue(_ name: String, _ value: Value) throws -> Bool { false }

    private static func node(_ value: Value) -> XMLNode? { value.asObject(AttributeCollection.self)?.node }

    static let objectType = ObjectType(
        "System.Xml.XmlAttributeCollection", base: .object,
        interfaces: ["System.Collections.ICollection", "System.Collections.IEnumerable"],
        members: [
            .property("Count", "int") { Value.integer(node($0)?.attributes.count ?? 0) },
            .method("GetNamedItem", "string name", returns: "System.Xml.XmlNode") { value, arguments in
                XMLObject.box(node(value)?.attributes.first { $0.name == arguments.string(0) })
            },
            .method("RemoveNamedItem", "string name", returns: "System.Xml.XmlNode") { value, arguments in
                let found = node(value)?.attributes.first { $0.name == arguments.string(0) }
                found?.detach()
                return XMLObject.box(found)
            },
            .method("Append", "object node", returns: "System.Xml.XmlAttribute") { value, arguments in
                if let attribute = XMLTypes.node(arguments[0]) { node(value)?.addAttribute(attribute) }
                return arguments[0]
            },
            .method("SetNamedItem", "object node", returns: "System.Xml.XmlNode") { value, arguments in
                if let attribute = XMLTypes.node(arguments[0]) { node(value)?.addAttribute(attribute) }
                return arguments[0]
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlAttributeCollection") { AttributeCollection.objectType }
}
