import CmdletKit
import Interpreter
import SourceText
import Values

/// A command or variable of an initial session state.
final class SessionStateEntry: Object {
    enum Kind: Sendable { case cmdlet, function, alias, variable }

    let kind: Kind
    let name: String
    let content: Value

    init(_ kind: Kind, _ name: String, _ content: Value) {
        self.kind = kind
        self.name = name
        self.content = content
        super.init()
    }

    override var type: ObjectType { SessionStateEntries.entry(kind) }
}

extension SessionStateEntries {
    /// Makes the type of a kind of entries.
    /// - Parameter content: the name of the property with the content.
    static func make(_ name: String, _ kind: SessionStateEntry.Kind, content: String) -> ObjectType {
        ObjectType(
            name, base: kind == .variable ? initialEntry : commandEntry,
            members: [
                .property("Name", "string") { .string($0.asObject(SessionStateEntry.self)?.name ?? "") },
                .property(content, "object") { $0.asObject(SessionStateEntry.self)?.content ?? .null },
            ],
            construct: { .object(SessionStateEntry(kind, $0.string(0), $0[1])) })
    }
}
