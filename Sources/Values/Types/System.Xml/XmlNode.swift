/// System.Xml.XmlDocument, XmlElement, XmlAttribute, XmlText and their kin: a node as scripts hold it.
public final class XMLObject: Object, DynamicMembersObject {
    /// The node of the tree; several objects may stand for the same one.
    public let node: XMLNode
    /// Keeps the tree alive.
    private let root: XMLNode

    /// Makes an object that keeps the node's whole tree alive.
    public init(_ node: XMLNode) {
        self.node = node
        root = node.root
        super.init()
    }

    /// A node as a value of the language; null for nil.
    public static func box(_ node: XMLNode?) -> Value { node.map { .object(XMLObject($0)) } ?? .null }

    public override var type: ObjectType { XMLTypes.type(node.kind) }
    public override var stringForm: String? {
        switch node.kind {
        case .element: node.localName
        case .document: "#document"
        default: node.value
        }
    }

    // MARK: Elements and attributes as properties

    public override var dynamicMembers: (any DynamicMembersObject)? { self }

    /// The names of attributes and child elements, each once.
    public var dynamicNames: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for attribute in node.attributes where seen.insert(attribute.name).inserted { names.append(attribute.name) }
        for child in node.children where seen.insert(child.name).inserted { names.append(child.name) }
        return names
    }

    /// The value of an attribute, an element's text or the element; an array where several have the name.
    public func dynamicValue(_ name: String) -> Value? {
        var found: [Value] = node.attributes.filter { $0.name.equalsIgnoringCase(name) }.map { .string($0.value) }
        found += node.children.filter { $0.name.equalsIgnoringCase(name) }.map(Self.plain)
        return found.isEmpty ? nil : found.count == 1 ? found[0] : .array(found)
    }

    /// An element of letters only is its text, as PowerShell has it.
    private static func plain(_ node: XMLNode) -> Value {
        switch node.kind {
        case .element:
            guard node.attributes.isEmpty else { return box(node) }
            if node.children.isEmpty { return .string("") }
            return node.children.count == 1 && node.isLeafText ? .string(node.innerText) : box(node)
        case .text, .cdata, .comment, .declaration, .instruction: return .string(node.value)
        default: return box(node)
        }
    }

    /// Sets the value of the attribute of a name or, where there is none, the text of the child of that name.
    /// - Returns: false where the node has neither.
    /// - Throws: `ValueError` XmlNodeSetRestrictions if several children have the name.
    public func setDynamicValue(_ name: String, _ value: Value) throws -> Bool {
        if let attribute = node.attributes.first(where: { $0.name.equalsIgnoringCase(name) }) {
            attribute.value = value.displayText
            return true
        }
        let children = node.children.filter { $0.name.equalsIgnoringCase(name) }
        guard let child = children.first else { return false }
        guard children.count == 1 else {
            throw ValueError(
                "Cannot set '\(name)' because there are several nodes of the name: choose one of them.",
                id: "XmlNodeSetRestrictions",
                exception: "System.Management.Automation.SetValueInvocationException")
        }
        if child.kind == .element { child.setInnerText(value.displayText) } else { child.value = value.displayText }
        return true
    }
}

/// System.Xml.XmlNode and the types that derive from it, each in its own file.
public enum XMLTypes {
    static func node(_ value: Value) -> XMLNode? { value.asObject(XMLObject.self)?.node }

    private static func part(_ name: String, _ read: @escaping @Sendable (XMLNode) -> String) -> Member {
        .property(name, "string") { value in node(value).map { .string(read($0)) } ?? .null }
    }

    static func other(_ name: String, _ read: @escaping @Sendable (XMLNode) -> XMLNode?) -> Member {
        .property(name, "System.Xml.XmlNode") { XMLObject.box(node($0).flatMap(read)) }
    }

    private static func sibling(of node: XMLNode, by step: Int) -> XMLNode? {
        guard let parent = node.parent, let place = parent.children.firstIndex(where: { $0 === node }),
            parent.children.indices.contains(place + step)
        else { return nil }
        return parent.children[place + step]
    }

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
            part("Name", \.name), part("LocalName", \.localName), part("Prefix", \.prefix), part("NamespaceURI", \.namespaceURI),
            .property("NodeType", "System.Xml.XmlNodeType") { value in
                guard let kind = node(value)?.kind else { return .null }
                return .object(
                    EnumObject(.xmlNodeType, rawValue: ObjectType.xmlNodeType.enumeration?.rawValue(of: kind.rawValue) ?? 0))
            },
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
            part("OuterXml") { XMLWriter.text($0) },
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

    /// The type of nodes of a kind.
    static func type(_ kind: XMLNode.Kind) -> ObjectType {
        switch kind {
        case .attribute: attribute
        case .text: text
        case .cdata: cdata
        case .comment: comment
        case .instruction: instruction
        case .declaration: declaration
        case .documentType: documentType
        case .fragment: fragment
        case .document: document
        case .element: element
        }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Xml.XmlNode") { XMLTypes.base } }
