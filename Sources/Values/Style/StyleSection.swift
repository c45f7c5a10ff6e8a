/// A group of escape sequences of `$PSStyle`, each with a name (about_ANSI_Terminals).
public class StyleSection: Object {
    /// What the sequences of a group are from the start.
    struct Layout: Sendable {
        let typeName: String
        let entries: [(name: String, code: String)]
        /// Whether scripts may set them.
        let isWritable: Bool
    }

    let layout: Layout
    private let sectionType: ObjectType
    /// What a script has set; nothing in nearly every session.
    private var changed: [String: String] = [:]

    init(_ layout: Layout, _ type: ObjectType) {
        self.layout = layout
        sectionType = type
        super.init()
    }

    public final override var type: ObjectType { sectionType }

    /// The sequence of a name; empty for an unknown one.
    public subscript(name: String) -> String {
        changed[name] ?? layout.entries.first { $0.name == name }.map { Self.escape($0.code) } ?? ""
    }

    /// - Throws: for a text that would show something by itself.
    func set(_ name: String, _ value: Value) throws { changed[name] = try Self.sequences(value) }

    /// `32;1` as the sequence that switches it on.
    static func escape(_ code: String) -> String { "\u{1B}[\(code)m" }

    /// A text that consists of escape sequences alone.
    static func sequences(_ value: Value) throws -> String {
        let text = value.displayText
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B, rest.popFirst() == UInt8(ascii: "[") else { throw printable(text) }
            var isClosed = false
            while !isClosed, let next = rest.popFirst() { isClosed = (0x40...0x7E).contains(next) }
            guard isClosed else { throw printable(text) }
        }
        return text
    }

    private static func printable(_ text: String) -> ValueError {
        ValueError(
            "The specified string contains printable content when it should only contain ANSI escape sequences: \(text)",
            id: "ExceptionWhenSetting", exception: "System.Management.Automation.SetValueInvocationException",
            category: "NotSpecified")
    }

    static func type(_ layout: Layout, further: [Member] = []) -> ObjectType {
        ObjectType(
            layout.typeName, base: .object,
            members: layout.entries.map { entry in
                let read: @Sendable (Value) -> Value = { .string($0.asObject(StyleSection.self)?[entry.name] ?? "") }
                guard layout.isWritable else { return .property(entry.name, "string", read) }
                return .property(
                    entry.name, "string", set: { try $0.asObject(StyleSection.self)?.set(entry.name, $1) }, read)
            } + further)
    }
}
