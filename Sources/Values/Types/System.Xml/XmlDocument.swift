extension XMLTypes {
    private static func creating(_ name: String, _ kind: XMLNode.Kind, _ nodeName: String?) -> Member {
        .method(name, "string name?", "string data?", returns: "System.Xml.XmlNode") { _, arguments in
            if let nodeName { return XMLObject.box(XMLNode(kind, name: nodeName, value: arguments.string(0))) }
            let made = XMLNode(kind, name: arguments.string(0))
            made.isEmptyTag = kind == .element
            if kind == .instruction { made.value = arguments.string(1) }
            // An element made with a name space says so where it stands.
            if kind == .element, arguments.count > 1, !arguments.string(1).isEmpty {
                made.setAttribute(made.prefix.isEmpty ? "xmlns" : "xmlns:" + made.prefix, arguments.string(1))
            }
            return XMLObject.box(made)
        }
    }

    /// System.Xml.XmlDocument; a cast parses a text.
    public static let document = ObjectType(
        "System.Xml.XmlDocument", base: base,
        members: [
            other("DocumentElement", \.documentElement), byTagName,
            .property("PreserveWhitespace", "bool", set: { _, _ in }, { _ in .bool(false) }),
            creating("CreateElement", .element, nil), creating("CreateAttribute", .attribute, nil),
            creating("CreateTextNode", .text, "#text"),
            creating("CreateComment", .comment, "#comment"), creating("CreateCDataSection", .cdata, "#cdata-section"),
            creating("CreateDocumentFragment", .fragment, "#document-fragment"),
            creating("CreateProcessingInstruction", .instruction, nil),
            .method(
                "CreateXmlDeclaration", "string version", "string encoding", "string standalone",
                returns: "System.Xml.XmlDeclaration"
            ) { _, arguments in
                var value = "version=\"\(arguments.string(0))\""
                if !arguments.string(1).isEmpty { value += " encoding=\"\(arguments.string(1))\"" }
                if !arguments.string(2).isEmpty { value += " standalone=\"\(arguments.string(2))\"" }
                return XMLObject.box(XMLNode(.declaration, name: "xml", value: value))
            },
            .method("ImportNode", "object node", "bool deep", returns: "System.Xml.XmlNode") { _, arguments in
                XMLObject.box(node(arguments[0])?.copy(deep: arguments.bool(1)))
            },
            .method("LoadXml", "string xml", returns: "void") { value, arguments in
                try load(arguments.string(0), into: node(value))
                return .nothing
            },
        ],
        construct: { _ in XMLObject.box(XMLNode(.document, name: "#document")) },
        convert: { value in
            guard value.asObject(XMLObject.self) == nil else { return nil }
            let text = value.enumerated.map { $0.map(\.displayText).joined(separator: "\n") } ?? value.displayText
            do { return XMLObject.box(try XMLParser.document(text)) } catch let error as ValueError {
                throw ValueError(
                    "Cannot convert value \"\(text.prefix(200))\" to type \"System.Xml.XmlDocument\". Error: \"\(error.message)\"",
                    id: "InvalidCastToXmlDocument", exception: "System.Management.Automation.PSInvalidCastException",
                    category: "InvalidArgument")
            }
        })

    /// Replaces a document's content with the parsed text (XmlDocument.LoadXml).
    /// - Throws: `ValueError` XmlException if the text is not well-formed; the document keeps its content.
    public static func load(_ text: String, into document: XMLNode?) throws {
        let loaded = try XMLParser.document(text)
        document?.removeAll()
        for child in loaded.children { document?.append(child) }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlDocument", "xml") { XMLTypes.document }
}
