import Formatting
import Values

/// A CustomControl of a format file: text, line breaks, frames and expressions in sequence (about_Format.ps1xml).
struct CustomControl: Sendable {
    private indirect enum Item: Sendable {
        case text(String)
        case newLine
        /// The value of an expression, if the condition holds: as text or by an inner control, with EnumerateCollection for each
        /// element.
        case expression(
            value: @Sendable (Value) -> Value, condition: (@Sendable (Value) -> Value)?, enumerates: Bool, control: [Item]?)
        case frame(indent: Int, [Item])
    }

    private let items: [Item]
    /// The most levels of nesting: named controls can refer to each other in a circle.
    private static let deepest = 32

    /// Reads a CustomControl element.
    /// - Parameter controls: the named controls of the file.
    /// - Throws: the error of the file, if an element is missing, unknown or nested too deeply, or a script does not parse.
    init(_ node: XMLNode, _ controls: [String: XMLNode], _ code: ViewCode, _ file: DisplayXML) throws {
        items = try Self.entry(node, controls, code, file, depth: 0)
    }

    private static func entry(
        _ control: XMLNode, _ controls: [String: XMLNode], _ code: ViewCode, _ file: DisplayXML, depth: Int
    ) throws -> [Item] {
        guard depth < deepest else { throw file.error("its custom controls are nested more than \(deepest) deep") }
        let entries = control.element("CustomEntries")?.elements("CustomEntry") ?? []
        guard let entry = entries.first(where: { $0.element("EntrySelectedBy") == nil }) ?? entries.first else {
            throw file.error("a custom control has no <CustomEntry>")
        }
        return try items(entry.element("CustomItem"), controls, code, file, depth)
    }

    private static func items(
        _ node: XMLNode?, _ controls: [String: XMLNode], _ code: ViewCode, _ file: DisplayXML, _ depth: Int
    ) throws -> [Item] {
        try (node?.elements() ?? []).map { child in
            switch child.localName {
            case "Text": return .text(child.innerText)
            case "NewLine": return .newLine
            case "Frame":
                return .frame(
                    indent: min(max(0, child.text("LeftIndent").flatMap { Int($0) } ?? 0), 200),
                    try items(child.element("CustomItem"), controls, code, file, depth))
            case "ExpressionBinding":
                let condition = try child.element("ItemSelectionCondition").flatMap { try code.value($0, file) }
                var control: [Item]?
                if let inner = child.element("CustomControl") ?? child.text("CustomControlName").flatMap({ controls[$0] }) {
                    control = try entry(inner, controls, code, file, depth: depth + 1)
                }
                return .expression(
                    value: try code.value(child, file) ?? { $0 }, condition: condition,
                    enumerates: child.element("EnumerateCollection") != nil, control: control)
            default:
                throw file.error("<\(child.localName)> in a custom control: Text, NewLine, Frame or ExpressionBinding is expected")
            }
        }
    }

    /// Makes the lines that show an object.
    var lines: @Sendable (Value) -> [String] {
        { value in
            var text = [""]
            self.write(self.items, value, indent: 0, &text)
            if text.last?.isEmpty == true { text.removeLast() }
            return text
        }
    }

    private func write(_ items: [Item], _ value: Value, indent: Int, _ lines: inout [String]) {
        for item in items {
            switch item {
            case .text(let text): append(text, indent, &lines)
            case .newLine: lines.append("")
            case .frame(let inner, let items):
                if lines.last?.isEmpty == false { lines.append("") }
                write(items, value, indent: indent + inner, &lines)
            case .expression(let read, let condition, let enumerates, let control):
                if let condition, !Conversion.bool(condition(value)) { continue }
                let result = read(value)
                for element in enumerates ? result.enumerated ?? [result] : [result] {
                    if let control {
                        write(control, element, indent: indent, &lines)
                    } else {
                        append(element.displayText, indent, &lines)
                    }
                }
            }
        }
    }

    private func append(_ text: String, _ indent: Int, _ lines: inout [String]) {
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { lines.append("") }
            if lines[lines.count - 1].isEmpty, !line.isEmpty { lines[lines.count - 1] = String(repeating: " ", count: indent) }
            lines[lines.count - 1] += line
        }
    }
}
