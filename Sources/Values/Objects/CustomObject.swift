/// System.Management.Automation.PSCustomObject: an object of attached members only.
public final class CustomObject: Object {
    public init(_ notes: [(String, Value)] = [], typeNames: [String]? = nil) {
        super.init()
        let members = AttachedMembers(notes: notes)
        members.typeNames = typeNames
        attached = members
    }

    public override var type: ObjectType { .customObject }

    /// `@{Name=x; Id=1}`, as PowerShell shows a custom object in a string.
    public override var stringForm: String? {
        guard let attached else { return "" }
        let parts = zip(attached.names, attached.members).map { name, member -> String in
            if case .note(let value) = member { return "\(name)=\(value.displayText)" }
            return "\(name)="
        }
        return parts.isEmpty ? "" : "@{" + parts.joined(separator: "; ") + "}"
    }
}
