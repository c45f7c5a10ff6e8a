import CmdletKit
import Interpreter
import Values

/// Get-TypeData: writes the type data that the session has added to types.
struct GetTypeData: Cmdlet {
    private var typeName: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-TypeData", synopsis: "Gets what this session adds to types.",
        description: """
            Writes an object for each type that Update-TypeData or a module's types.ps1xml added to: its TypeName, its \
            Members by name and its display properties. Members that types have of their own are listed by Get-Member.
            """,
        parameters: [
            Parameter(
                \.typeName, position: 0, pipeline: .byValue,
                help: "Full names of types; wildcards are allowed. All types that were added to without it.")
        ], outputs: ["System.Management.Automation.Runspaces.TypeData"],
        examples: [
            Example(
                "Update-TypeData -TypeName Demo.Fruit -MemberType NoteProperty -MemberName Ripe -Value $true; (Get-TypeData Demo.Fruit).Members.Keys",
                "Lists the members of a type.",
                output: "Ripe"),
            Example(
                "Update-TypeData -TypeName Demo.Box -MemberType ScriptProperty -MemberName Area -Value { $this.W * $this.H }; (Get-TypeData Demo.Box).Members.Area.GetScriptBlock",
                "Reads the script block of a property.",
                output: " $this.W * $this.H "),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let wanted = typeName.map { Wildcard($0) }
        for data in try runtime.service(Engine.self).typeData.all
        where wanted.isEmpty || wanted.contains(where: { $0.matches(data.typeName) }) {
            try runtime.write(Self.object(data))
        }
    }

    private static func object(_ data: TypeData) -> Value {
        let members = HashtableObject(ordered: true)
        for (name, member) in zip(data.members.names, data.members.members) { members[name] = object(name, member) }
        let names = { (names: [String]?) -> Value in
            guard let names else { return .null }
            return .object(
                CustomObject(
                    [("ReferencedProperties", .array(names.map { .string($0) }))],
                    type: PropertySetData.type))
        }
        return .object(
            CustomObject(
                [
                    ("TypeName", .string(data.typeName)), ("Members", .object(members)), ("TypeConverter", .null),
                    ("TypeAdapter", .null),
                    ("IsOverride", .bool(false)), ("SerializationMethod", .null), ("TargetTypeForDeserialization", .null),
                    ("SerializationDepth", .int(Int32(clamping: data.serializationDepth ?? 0))),
                    ("DefaultDisplayProperty", data.defaultDisplayProperty.map { .string($0) } ?? .null),
                    ("InheritPropertySerializationSet", .bool(false)), ("StringSerializationSource", .null),
                    ("DefaultDisplayPropertySet", names(data.defaultDisplay)), ("DefaultKeyPropertySet", names(data.defaultKeys)),
                    ("PropertySerializationSet", .null),
                ], type: TypeDataObject.type))
    }

    private static func object(_ name: String, _ member: AttachedMembers.Member) -> Value {
        let (kind, notes): (ObjectType, [(String, Value)]) =
            switch member {
            case .note(let value): (NotePropertyData.type, [("Value", value)])
            case .live(let live): (NotePropertyData.type, [("Value", live.value)])
            case .alias(let other): (AliasPropertyData.type, [("ReferencedMemberName", .string(other)), ("MemberType", .null)])
            case .script(let getter, let setter):
                (
                    ScriptPropertyData.type,
                    [("GetScriptBlock", .object(getter)), ("SetScriptBlock", setter.map { .object($0) } ?? .null)]
                )
            case .method(let body): (ScriptMethodData.type, [("Script", .object(body))])
            }
        return .object(
            CustomObject(
                notes + [("IsHidden", .bool(false)), ("Name", .string(name))],
                type: kind))
    }
}
