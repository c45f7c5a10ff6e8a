/// System.Xml.XmlDocument, XmlElement, XmlAttribute, XmlText and their kin: a node as scripts hold it.
public final class XMLObject: Object, DynamicMembersObject {
    public let node: XMLNode
    /// Keeps the tree alive.
    private let root: XMLNode

    public init(_ node: XMLNode) {
        self.node = node
        root = node.root
        super.init()
    }

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

    public var dynamicNames: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for attribute in node.attributes where seen.insert(attribute.name).inserted { names.append(attribute.name) }
        for child in node.children where seen.insert(child.name).inserted { names.append(child.name) }
        return names
    }

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

/// An object whose properties are what it holds: they come before the ones that its type declares.
public protocol DynamicMembersObject: Object {
    var dynamicNames: [String] { get }
    func dynamicValue(_ name: String) -> Value?
    /// - Returns: false where it has no property of the name.
    func setDynamicValue(_ name: String, _ value: Value) throws -> Bool
}
