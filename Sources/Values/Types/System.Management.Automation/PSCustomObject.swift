/// System.Management.Automation.PSCustomObject: an object of attached members only.
public final class CustomObject: Object {
    /// The type of an object that .NET has a class for and that is no more than its fields here.
    private let declaredType: ObjectType?

    /// An object of stored values, with type names of its own where some are given.
    public init(_ notes: [(String, Value)] = [], typeNames: [String]? = nil) {
        declaredType = nil
        super.init()
        let members = AttachedMembers(notes: notes)
        members.typeNames = typeNames
        attached = members
    }

    /// `[pscustomobject]@{…}`: an entry PSTypeName is no property but the name of a type.
    public static func made(of pairs: [(String, Value)]) -> CustomObject {
        guard let name = pairs.first(where: { $0.0.equalsIgnoringCase("PSTypeName") })?.1 else { return CustomObject(pairs) }
        let text = name.displayText
        let names = [text] + ObjectType.customObject.hierarchy
        return CustomObject(pairs.filter { !$0.0.equalsIgnoringCase("PSTypeName") }, typeNames: names)
    }

    /// An object of a declared type.
    public init(_ notes: [(String, Value)], type: ObjectType) {
        declaredType = type
        super.init()
        attached = AttachedMembers(notes: notes)
    }

    /// An object of members whose names differ.
    public init(names: [String], members: [AttachedMembers.Member]) {
        declaredType = nil
        super.init()
        attached = AttachedMembers(distinct: names, members)
    }

    public override var type: ObjectType { declaredType ?? .customObject }

    /// `@{Name=x; Id=1}`, as PowerShell shows a custom object in a string. One in it prints as nothing and a collection as its type, which
    /// also ends an object that holds itself.
    public override var stringForm: String? {
        if declaredType != nil { return nil }
        guard let attached else { return "" }
        let parts = zip(attached.names, attached.members).map { name, member -> String in
            guard let value = member.stored, value.asObject(CustomObject.self) == nil else { return "\(name)=" }
            if case .array = value { return "\(name)=\(value.type.name)" }
            return "\(name)=\(Display.text(value, separator: " ", depth: 1))"
        }
        return parts.isEmpty ? "" : "@{" + parts.joined(separator: "; ") + "}"
    }
}

extension ObjectType {
    /// System.Management.Automation.PSCustomObject.
    public static let customObject = ObjectType("System.Management.Automation.PSCustomObject", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSCustomObject", "management.automation.pscustomobject") { .customObject }
}
