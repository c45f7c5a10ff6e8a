/// The members of System.Xml.XmlNode and the types that derive from it.
public enum XMLTypes {
    static func node(_ value: Value) -> XMLNode? { value.asObject(XMLObject.self)?.node }

    private static func text(_ name: String, _ read: @escaping @Sendable (XMLNode) -> String) -> Member {
        .property(name, "string") { value in node(value).map { .string(read($0)) } ?? .null }
    }

    private static func other(_ name: String, _ read: @escaping @Sendable (XMLNode) -> XMLNode?) -> Member {
        .property(name, "System.Xml.XmlNode") { XMLObject.box(node($0).flatMap(read)) }
    }

    private static func sibling(of node: XMLNode, by step: Int) -> XMLNode? {
        guard let parent = node.parent, let place = parent.children.firstIndex(where: { $0 === node }),
            parent.children.indices.contains(place + step)
        else { return nil }
        return parent.children[place + step]
    }

    private static func list(_ nodes: [XMLNode]) -> Value { .array(nodes.map { XMLObject.box($0) }) }

    private static func namespaces(_ arguments: Arguments, _ place: Int) -> [String: String] {
        arguments[place].asObject(NamespaceManager.self)?.namespaces ?? [:]
    }

    private static func changing(_ name: String, _ change: @escaping @Sendable (XMLNode, XMLNode, XMLNode?) -> Void) -> Member {
        .method(name, "System.Xml.XmlNode newChild", "System.Xml.XmlNode refChild?", returns: "System.Xml.XmlNode") {
            value, arguments in
            guard let target = node(value), let child = node(arguments[0]) else {
                throw ValueError(
                    "\(name) needs a node.", id: "ArgumentNull", exception: "System.ArgumentNullException",
                    category: "InvalidArgument")
            }
            var above: XMLNode? = target
            while let here = above {
                guard here !== child else {
                    throw ValueError(
                        "Cannot insert a node or any ancestor of that node as a child of itself.", id: "Argument",
                        exception: "System.ArgumentException",
                        category: "InvalidArgument")
                }
                above = here.parent
            }
            change(target, child, node(arguments[1]))
            return XMLObject.box(child)
        }
    }

    static let base = ObjectType(
        "System.Xml.XmlNode", base: .object, interfaces: ["System.Collections.IEnumerable", "System.ICloneable"],
        members: [
            text("Name", \.name), text("LocalName", \.localName), text("Prefix", \.prefix), text("NamespaceURI", \.namespaceURI),
            .property("NodeType", "System.Xml.XmlNodeType") { value in node(value).map { .string($0.kind.rawValue) } ?? .null },
            .property(
                "Value", "string", set: { value, text in node(value)?.value = text.displayText },
                { value in
                    guard let node = node(value), node.kind != .element, node.kind != .document, node.kind != .fragment else {
                        return .null
                    }
                    return .string(node.value)
                }),
            .property(
                "InnerText", "string",
                set: { value, text in
                    guard let node = node(value) else { return }
                    if node.kind == .element || node.kind == .document {
                        node.setInnerText(text.displayText)
                    } else {
                        node.value = text.displayText
                    }
                }
            ) { value in .string(node(value)?.innerText ?? "") },
            .property(
                "InnerXml", "string",
                set: { value, text in
                    guard let node = node(value) else { return }
                    let nodes = try XMLParser.fragment(text.displayText)
                    node.removeAll()
                    for child in nodes { node.append(child) }
                }
            ) { value in .string(node(value).map { XMLWriter.inner($0) } ?? "") },
            text("OuterXml") { XMLWriter.text($0) },
            .property("ChildNodes", "System.Xml.XmlNodeList") { list(node($0)?.children ?? []) },
            .property("Attributes", "System.Xml.XmlAttributeCollection") { value in
                guard let node = node(value), node.kind == .element else { return .null }
                return .object(AttributeCollection(node))
            },
            .property("HasChildNodes", "bool") { .bool(!(node($0)?.children.isEmpty ?? true)) },
            other("ParentNode", \.parent), other("FirstChild") { $0.children.first }, other("LastChild") { $0.children.last },
            other("NextSibling") { sibling(of: $0, by: 1) }, other("PreviousSibling") { sibling(of: $0, by: -1) },
            .property("OwnerDocument", "xml") { value in
                XMLObject.box(node(value).flatMap { $0.root.kind == .document && $0.kind != .document ? $0.root : nil })
            },
            .method("SelectNodes", "string xpath", "object nsmgr?", returns: "System.Xml.XmlNodeList") { value, arguments in
                guard let node = node(value) else { return .null }
                return list(try XPath(arguments.string(0), namespaces(arguments, 1)).nodes(from: node))
            },
            .method("SelectSingleNode", "string xpath", "object nsmgr?", returns: "System.Xml.XmlNode") { value, arguments in
                guard let node = node(value) else { return .null }
                return XMLObject.box(try XPath(arguments.string(0), namespaces(arguments, 1)).nodes(from: node).first)
            },
            changing("AppendChild") { target, child, _ in target.append(child) },
            changing("PrependChild") { target, child, _ in target.insert(child, at: 0) },
            changing("InsertBefore") { target, child, place in
                target.insert(child, at: target.children.firstIndex { $0 === place } ?? target.children.count)
            },
            changing("InsertAfter") { target, child, place in
                target.insert(child, at: target.children.firstIndex { $0 === place }.map { $0 + 1 } ?? 0)
            },
            changing("RemoveChild") { target, child, _ in if child.parent === target { child.detach() } },
            changing("ReplaceChild") { target, child, old in
                guard let old, let place = target.children.firstIndex(where: { $0 === old }) else { return }
                old.detach()
                target.insert(child, at: place)
            },
            .method("RemoveAll", returns: "void") { value, _ in
                node(value)?.removeAll()
                return .nothing
            },
            .method("CloneNode", "bool deep", returns: "System.Xml.XmlNode") { XMLObject.box(node($0)?.copy(deep: $1.bool(0))) },
            .method("Clone", returns: "System.Xml.XmlNode") { value, _ in XMLObject.box(node(value)?.copy(deep: true)) },
        ])

    private static let byTagName = Member.method("GetElementsByTagName", "string name", returns: "System.Xml.XmlNodeList") {
        value, arguments in
        let name = arguments.string(0)
        return list(node(value)?.descendants { $0.kind == .element && (name == "*" || $0.name == name) } ?? [])
    }

    static let element = ObjectType(
        "System.Xml.XmlElement", base: ObjectType("System.Xml.XmlLinkedNode", base: base),
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

    /// Replaces what a document holds.
    public static func load(_ text: String, into document: XMLNode?) throws {
        let loaded = try XMLParser.document(text)
        document?.removeAll()
        for child in loaded.children { document?.append(child) }
    }

    private static let others: [XMLNode.Kind: ObjectType] = [
        .attribute: ObjectType("System.Xml.XmlAttribute", base: base), .text: ObjectType("System.Xml.XmlText", base: base),
        .cdata: ObjectType("System.Xml.XmlCDataSection", base: base), .comment: ObjectType("System.Xml.XmlComment", base: base),
        .instruction: ObjectType("System.Xml.XmlProcessingInstruction", base: base),
        .declaration: ObjectType("System.Xml.XmlDeclaration", base: base),
        .documentType: ObjectType("System.Xml.XmlDocumentType", base: base),
        .fragment: ObjectType("System.Xml.XmlDocumentFragment", base: base), .document: document, .element: element,
    ]

    static func type(_ kind: XMLNode.Kind) -> ObjectType { others[kind] ?? base }

    static var all: [(ObjectType, [String])] {
        [(document, ["xml"]), (NamespaceManager.objectType, []), (base, [])]
            + others.filter { $0.key != .document }.map { ($0.value, []) }
    }
}

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

    private static let objectType = ObjectType(
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

/// System.Xml.XmlNamespaceManager: prefixes for XPath.
public final class NamespaceManager: Object {
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
