/// Writes nodes as text.
public enum XMLWriter {
    /// - Parameter indent: blanks for each level; nil writes everything on one line, as OuterXml does.
    public static func text(_ node: XMLNode, indent: Int? = nil) -> String {
        var text = ""
        write(node, indent, 0, into: &text)
        return text
    }

    /// The text of the children of a node.
    public static func inner(_ node: XMLNode) -> String { node.children.map { Self.text($0) }.joined() }

    private static func write(_ node: XMLNode, _ indent: Int?, _ level: Int, into text: inout String) {
        guard level < XMLParser.deepest else { return }
        switch node.kind {
        case .document, .fragment:
            for (place, child) in node.children.enumerated() {
                if indent != nil, place > 0 { text += "\n" }
                write(child, indent, level, into: &text)
            }
        case .element: writeElement(node, indent, level, into: &text)
        case .attribute: text += "\(node.name)=\"\(escaped(node.value, quotes: true))\""
        case .text: text += escaped(node.value, quotes: false)
        case .cdata: text += "<![CDATA[\(node.value)]]>"
        case .comment: text += "<!--\(node.value)-->"
        case .instruction, .declaration: text += "<?\(node.name)\(node.value.isEmpty ? "" : " " + node.value)?>"
        case .documentType: text += "<!DOCTYPE \(node.value)>"
        }
    }

    private static func writeElement(_ node: XMLNode, _ indent: Int?, _ level: Int, into text: inout String) {
        text += "<" + node.name
        for attribute in node.attributes {
            text += " "
            write(attribute, nil, level, into: &text)
        }
        guard !node.children.isEmpty else {
            text += node.isEmptyTag ? " />" : "></\(node.name)>"
            return
        }
        text += ">"
        // Indentation inside mixed content would add white space to its text.
        let breaks = indent != nil && !node.children.contains { $0.kind.isText }
        for child in node.children {
            if breaks, let indent { text += "\n" + String(repeating: " ", count: indent * (level + 1)) }
            write(child, breaks ? indent : nil, level + 1, into: &text)
        }
        if breaks, let indent { text += "\n" + String(repeating: " ", count: indent * level) }
        text += "</\(node.name)>"
    }

    /// A text with entities for `&`, `<` and `>`, in an attribute also for quotes.
    public static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"" where quotes: escaped += "&quot;"
            case "\n" where quotes: escaped += "&#xA;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
