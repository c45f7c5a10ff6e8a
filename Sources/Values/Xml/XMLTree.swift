/// A node of an XML document. Scripts hold it through an `XMLObject`, which keeps the whole tree alive: nodes know their parents weakly.
public final class XMLNode {
    /// What a node is; the texts are the names of System.Xml.XmlNodeType.
    public enum Kind: String, Sendable {
        case document = "Document"
        case element = "Element"
        case attribute = "Attribute"
        case text = "Text"
        case cdata = "CDATA"
        case comment = "Comment"
        case instruction = "ProcessingInstruction"
        case declaration = "XmlDeclaration"
        case documentType = "DocumentType"
        case fragment = "DocumentFragment"

        /// Whether the node is character data: text, CDATA or white space.
        var isText: Bool { self == .text || self == .cdata }
    }

    /// What the node is.
    public let kind: Kind
    /// The qualified name, with its prefix as it is written.
    public let name: String
    /// The text of a text, comment, attribute or instruction.
    public var value: String
    /// The nodes inside, in document order, without the attributes.
    public private(set) var children: [XMLNode] = []
    /// The attributes of an element, in the order in which they are written.
    public private(set) var attributes: [XMLNode] = []
    /// The parent node, for an attribute its element; nil for a document and for a detached node. Weak: the root owns the tree.
    public private(set) weak var parent: XMLNode?
    /// Whether the element was written as `<a />`.
    public var isEmptyTag = false

    /// Makes a detached node.
    public init(_ kind: Kind, name: String, value: String = "") {
        self.kind = kind
        self.name = name
        self.value = value
    }

    /// The name without its prefix.
    public var localName: String { name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name }
    /// The prefix of the qualified name; empty where it has none.
    public var prefix: String { name.contains(":") ? String(name.prefix { $0 != ":" }) : "" }
    /// The root element of a document, for another node its first child element; nil where there is none.
    public var documentElement: XMLNode? { children.first { $0.kind == .element } }
    /// Whether the node holds text and nothing else.
    public var isLeafText: Bool { !children.isEmpty && children.allSatisfy { $0.kind.isText } }

    /// The topmost node above it: its document, where it is in one.
    public var root: XMLNode {
        var node = self
        while let above = node.parent { node = above }
        return node
    }

    /// The namespace URI that a prefix is bound to at this node; nil where the prefix is not declared.
    public func namespace(ofPrefix prefix: String) -> String? {
        if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
        var node: XMLNode? = self
        let wanted = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
        while let here = node {
            if let declared = here.attributes.first(where: { $0.name == wanted }) { return declared.value }
            node = here.parent
        }
        return nil
    }

    /// The namespace URI of the node's prefix, as it or its ancestors declare it; empty where none does.
    public var namespaceURI: String {
        switch kind {
        case .element: namespace(ofPrefix: prefix) ?? ""
        case .attribute: prefix.isEmpty ? "" : parent?.namespace(ofPrefix: prefix) ?? ""
        default: ""
        }
    }

    /// The character data of the node and of its descendants, concatenated (XmlNode.InnerText).
    public var innerText: String {
        switch kind {
        case .text, .cdata, .attribute: value
        case .comment, .instruction, .declaration, .documentType: value
        case .element, .document, .fragment: textBelow(depth: 0)
        }
    }

    private func textBelow(depth: Int) -> String {
        guard depth < XMLParser.deepest else { return "" }
        return children.map { child in
            child.kind.isText ? child.value : child.kind == .element ? child.textBelow(depth: depth + 1) : ""
        }.joined()
    }

    // MARK: Changes

    /// Adds a node as the last child, after detaching it from its current parent.
    public func append(_ child: XMLNode) { insert(child, at: children.count) }

    /// Inserts a node as the child at an index, after detaching it from its current parent. An index past the end appends.
    public func insert(_ child: XMLNode, at place: Int) {
        if child.kind == .fragment {
            for (step, node) in child.children.enumerated() { insert(node, at: place + step) }
            child.children = []
            return
        }
        var place = place
        if child.parent === self, let old = children.firstIndex(where: { $0 === child }), old < place { place -= 1 }
        child.detach()
        child.parent = self
        children.insert(child, at: min(max(0, place), children.count))
    }

    /// Removes the node, a child or an attribute, from its parent.
    public func detach() {
        parent?.children.removeAll { $0 === self }
        parent?.attributes.removeAll { $0 === self }
        parent = nil
    }

    /// Removes all children.
    public func removeAll() { for child in children { child.detach() } }

    /// Sets an attribute, making it where there is none.
    public func setAttribute(_ name: String, _ value: String) {
        if let known = attributes.first(where: { $0.name == name }) {
            known.value = value
            return
        }
        let attribute = XMLNode(.attribute, name: name, value: value)
        attribute.parent = self
        attributes.append(attribute)
    }

    /// Adds an attribute in the place of one of the same name.
    public func addAttribute(_ attribute: XMLNode) {
        attributes.removeAll { $0.name == attribute.name }
        attribute.parent = self
        attributes.append(attribute)
    }

    /// Replaces all children by one text.
    public func setInnerText(_ text: String) {
        removeAll()
        isEmptyTag = false
        append(XMLNode(.text, name: "#text", value: text))
    }

    /// A detached copy of the node with its attributes.
    public func copy(deep: Bool, depth: Int = 0) -> XMLNode {
        let other = XMLNode(kind, name: name, value: value)
        other.isEmptyTag = isEmptyTag
        for attribute in attributes { other.setAttribute(attribute.name, attribute.value) }
        if deep, depth < XMLParser.deepest { for child in children { other.append(child.copy(deep: true, depth: depth + 1)) } }
        return other
    }

    /// The descendant elements, in document order.
    public func descendants(where accepts: (XMLNode) -> Bool) -> [XMLNode] {
        var found: [XMLNode] = []
        var open: [XMLNode] = children.reversed()
        while let node = open.popLast() {
            if accepts(node) { found.append(node) }
            open += node.children.reversed()
        }
        return found
    }
}
