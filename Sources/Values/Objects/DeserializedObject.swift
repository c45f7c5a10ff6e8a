/// An object as it came from a session, a job or a file: its type's names with `Deserialized.` before them, its properties, what it prints as. Inert: it
/// has no methods, and nothing of it runs.
public final class DeserializedObject: Object {
    private let form: String?

    /// Takes the type names without or with `Deserialized.`; `form` is what the object prints as, nil for its type's name.
    public init(typeNames: [String], form: String?, properties: [(String, Value)]) {
        self.form = form
        super.init()
        let members = AttachedMembers(notes: properties)
        members.typeNames = typeNames.map { $0.hasPrefix(Self.prefix) ? $0 : Self.prefix + $0 }
        attached = members
    }

    private static let prefix = "Deserialized."

    public override var type: ObjectType { .customObject }
    public override var stringForm: String? { form }
}
