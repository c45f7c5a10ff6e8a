/// Parses XML 1.0 into nodes. A reference to an entity other than XML's five predefined ones is an error, and external entities are never
/// fetched.
public struct XMLParser {
    /// The deepest nesting of elements; a deeper document is refused, so that recursion over its nodes is bounded.
    public static let deepest = 512

    private let bytes: [UInt8]
    private var position = 0
    private let keepsWhiteSpace: Bool

    private init(_ text: String, keepsWhiteSpace: Bool) {
        bytes = Array(text.utf8)
        self.keepsWhiteSpace = keepsWhiteSpace
    }

    /// Parses a document.
    /// - Parameter keepsWhiteSpace: keep text nodes that consist of white space (XmlDocument.PreserveWhitespace).
    /// - Throws: `ValueError` XmlException, which says what is wrong and at which line and position.
    public static func document(_ text: String, keepsWhiteSpace: Bool = false) throws -> XMLNode {
        var parser = XMLParser(text, keepsWhiteSpace: keepsWhiteSpace)
        let document = XMLNode(.document, name: "#document")
        try parser.readContent(into: document, depth: 0)
        guard document.documentElement != nil else { throw parser.failure("Root element is missing.") }
        return document
    }

    /// Parses the content of an element (XmlNode.InnerXml): several nodes on the top level, white space kept.
    /// - Throws: `ValueError` XmlException, which says what is wrong and at which line and position.
    public static func fragment(_ text: String) throws -> [XMLNode] {
        var parser = XMLParser(text, keepsWhiteSpace: true)
        let root = XMLNode(.fragment, name: "#document-fragment")
        try parser.readContent(into: root, depth: 0)
        let nodes = root.children
        for node in nodes { node.detach() }
        return nodes
    }

    private func failure(_ message: String) -> ValueError {
        var line = 1
        var column = 1
        for byte in bytes.prefix(position) {
            column += 1
            if byte == 10 { (line, column) = (line + 1, 1) }
        }
        return ValueError(
            "\(message) Line \(line), position \(column).", id: "XmlException", exception: "System.Xml.XmlException",
            category: "InvalidData")
    }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    private mutating func skipBlanks() { while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 } }

    /// Consumes the text up to a mark and the mark, and returns the text.
    private mutating func take(until mark: StaticString, _ what: String) throws -> String {
        let start = position
        while position < bytes.count {
            if starts(mark) {
                defer { position += mark.utf8CodeUnitCount }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
            position += 1
        }
        throw failure("Unexpected end of file while parsing \(what) has occurred.")
    }

    private mutating func name() throws -> String {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x30...0x39, 0x2D, 0x2E, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x3A, 0x80...: position += 1
            default:
                guard position > start, !(0x2D...0x39).contains(bytes[start]) else {
                    throw failure("Name cannot begin with the '\(Character(Unicode.Scalar(bytes[start])))' character.")
                }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
        }
        throw failure("Unexpected end of file has occurred.")
    }

    // MARK: Content

    private mutating func readContent(into root: XMLNode, depth: Int) throws {
        var parent = root
        var level = depth
        while true {
            if position >= bytes.count {
                guard parent === root else {
                    throw failure("Unexpected end of file has occurred. The following elements are not closed: \(parent.name).")
                }
                return
            }
            if peek() != UInt8(ascii: "<") {
                try readText(into: parent)
            } else if starts("</") {
                position += 2
                let name = try name()
                skipBlanks()
                guard parent !== root, name == parent.name else {
                    throw failure(
                        parent === root
                            ? "Unexpected end tag." : "The '\(parent.name)' start tag does not match the end tag of '\(name)'.")
                }
                guard peek() == UInt8(ascii: ">") else { throw failure("The end tag of '\(name)' is not closed.") }
                position += 1
                parent = parent.parent ?? root
                level -= 1
            } else if starts("<!--") {
                position += 4
                parent.append(XMLNode(.comment, name: "#comment", value: try take(until: "-->", "Comment")))
            } else if starts("<![CDATA[") {
                position += 9
                parent.append(XMLNode(.cdata, name: "#cdata-section", value: try take(until: "]]>", "CDATA")))
            } else if starts("<?") {
                position += 2
                let name = try name()
                skipBlanks()
                let value = try take(until: "?>", "PI")
                parent.append(
                    XMLNode(
                        name == "xml" ? .declaration : .instruction, name: name,
                        value: String(value.reversed().drop { $0.isWhitespace }.reversed())))
            } else if starts("<!DOCTYPE") {
                try readDocumentType(into: parent)
            } else {
                if root.kind == .document, parent === root, root.documentElement != nil {
                    throw failure("There are multiple root elements.")
                }
                let element = try readTag(into: parent)
                if !element.isEmptyTag {
                    parent = element
                    level += 1
                    guard level < Self.deepest else { throw failure("Elements are nested more than \(Self.deepest) deep.") }
                }
            }
        }
    }

    private mutating func readDocumentType(into parent: XMLNode) throws {
        let start = position + 9
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0:
                let text = String(decoding: bytes[start..<position], as: UTF8.self).trimmingSpaces()
                position += 1
                parent.append(XMLNode(.documentType, name: text, value: text))
                return
            default: break
            }
            position += 1
        }
        throw failure("Unexpected end of file while parsing DOCTYPE has occurred.")
    }

    private mutating func readTag(into parent: XMLNode) throws -> XMLNode {
        position += 1
        let element = XMLNode(.element, name: try name())
        while true {
            skipBlanks()
            switch peek() {
            case UInt8(ascii: ">"):
                position += 1
                parent.append(element)
                return element
            case UInt8(ascii: "/"):
                position += 1
                guard peek() == UInt8(ascii: ">") else { throw failure("'>' is expected behind '/'.") }
                position += 1
                element.isEmptyTag = true
                parent.append(element)
                return element
            default:
                let attribute = try name()
                skipBlanks()
                guard peek() == UInt8(ascii: "=") else { throw failure("'=' is expected behind the attribute '\(attribute)'.") }
                position += 1
                skipBlanks()
                let quote = peek()
                guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                    throw failure("The value of the attribute '\(attribute)' must stand in quotes.")
                }
                position += 1
                let start = position
                while position < bytes.count, bytes[position] != quote {
                    if bytes[position] == UInt8(ascii: "<") { throw failure("'<' is an invalid attribute character.") }
                    position += 1
                }
                guard position < bytes.count else { throw failure("Unexpected end of file has occurred.") }
                guard !element.attributes.contains(where: { $0.name == attribute }) else {
                    throw failure("'\(attribute)' is a duplicate attribute name.")
                }
                element.setAttribute(attribute, try decoded(start..<position))
                position += 1
            }
        }
    }

    private mutating func readText(into parent: XMLNode) throws {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        let isBlank = bytes[start..<position].allSatisfy { Self.isBlank($0) }
        if isBlank, !keepsWhiteSpace || parent.kind == .document { return }
        guard parent.kind != .document else {
            position = start
            throw failure("Data at the root level is invalid.")
        }
        parent.append(XMLNode(.text, name: "#text", value: try decoded(start..<position).replacing("\r\n", with: "\n")))
    }

    /// The text of a range of the document's bytes, with entity references replaced.
    private func decoded(_ range: Range<Int>) throws -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            guard bytes[place] == UInt8(ascii: "&") else {
                text.append(bytes[place])
                place += 1
                continue
            }
            guard let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";")), end - place < 16 else {
                throw failure("An entity has no end: '&' is written as '&amp;'.")
            }
            let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
            guard let scalar = Self.entity(name) else { throw failure("Reference to undeclared entity '\(name)'.") }
            text += String(Character(scalar)).utf8
            place = end + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap { Unicode.Scalar($0) }
        }
    }
}
