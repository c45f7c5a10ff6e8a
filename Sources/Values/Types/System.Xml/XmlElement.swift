extension XMLTypes {
    static let byTagName = Member.method("GetElementsByTagName", "string name", returns: "System.Xml.XmlNodeList") {
        value, arguments in
        let name = arguments.string(0)
        return list(node(value)?.descendants { $0.kind == .element && (name == "*" || $0.name == name) } ?? [])
    }

    static let element = ObjectType(
        "System.Xml.XmlElement", base: linked,
        members: [
            .property("IsEmpty", "bool") { .bool(node($0)?.isEmptyTag ?? false) },
            .property("HasAttributes", "bool") { .bool(!(node($0)?.attributes.isEmpty ?? true)) }, byTagName,
            .method("GetAttribute", "string name", returns: "string") { value, arguments in
                .string(node(value)?.attributes.first { $0.name == arguments.string(0) }?.value ?? "")
            },
            .method("HasAttribute", "string name", returns: "bool") { value, arguments in
                .bool(node(value)?.attributes.contains { $0.name == arguments.string(0) } ?? false)
            },
            .method("SetAttribute", "string name", "string value", returns: "void") { value, arguments in
                node(value)?.setAttribute(arguments.string(0), arguments.string(1))
                return .nothing
            },
            .method("RemoveAttribute", "string name", returns: "void") { value, arguments in
                node(value)?.attributes.first { $0.name == arguments.string(0) }?.detach()
                return .nothing
            },
            .method("GetAttributeNode", "string name", returns: "System.Xml.XmlAttribute") { value, arguments in
                XMLObject.box(node(value)?.attributes.first { $0.name == arguments.string(0) })
            },
            .method("SetAttributeNode", "object attribute", returns: "System.Xml.XmlAttribute") { value, arguments in
                if let attribute = node(arguments[0]) { node(value)?.addAttribute(attribute) }
                return arguments[0]
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Xml.XmlElement") { XMLTypes.element } }
