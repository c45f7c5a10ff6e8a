import CmdletKit
import Interpreter
import Values

/// Update-TypeData: adds type data from parameters or types.ps1xml files (`TypesFile`).
struct UpdateTypeData: Cmdlet {
    private var typeName = ""
    private var memberType: String?
    private var memberName: String?
    private var value: Value = .null
    private var secondValue: Value = .null
    private var defaultDisplayProperty: String?
    private var defaultDisplayPropertySet: [String] = []
    private var defaultKeyPropertySet: [String] = []
    private var serializationDepth: Int?
    private var prependPath: [String] = []
    private var appendPath: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Update-TypeData", synopsis: "Adds members and display properties to all objects of a type, for this session.",
        description: """
            The members are those of Add-Member, but for every object of the type, numbers and texts included: those \
            that exist and those to come. A member that is there already is an error unless -Force is given. Files in \
            the form of types.ps1xml bring many at once. Nothing is written.
            """, defaultSet: "FileSet",
        confirms: true,
        parameters: [
            Parameter(
                \.typeName, mandatory: true, pipeline: .byValue, sets: ["DynamicTypeSet"],
                help: "The full name of the type, or a type name that objects carry in PSTypeNames."
            ),
            Parameter(
                \.memberType, sets: ["DynamicTypeSet"],
                completer: .values(["NoteProperty", "AliasProperty", "ScriptProperty", "ScriptMethod"]),
                help: "The kind of member: NoteProperty, AliasProperty, ScriptProperty or ScriptMethod."),
            Parameter(\.memberName, sets: ["DynamicTypeSet"], help: "The name of the new member."),
            Parameter(
                \.value, sets: ["DynamicTypeSet"],
                help: """
                    What the member holds: a NoteProperty's value, the property that an AliasProperty stands for, or \
                    the script block of a ScriptProperty or ScriptMethod ($this is the object).
                    """),
            Parameter(
                \.secondValue, sets: ["DynamicTypeSet"],
                help: "The script block that runs when a ScriptProperty is assigned to; it gets the new value as $args[0]."),
            Parameter(
                \.defaultDisplayProperty, sets: ["DynamicTypeSet"],
                help: "The property that Format-Wide shows."),
            Parameter(
                \.defaultDisplayPropertySet, sets: ["DynamicTypeSet"],
                help: "The properties that are shown where no other format is asked for."),
            Parameter(
                \.defaultKeyPropertySet, sets: ["DynamicTypeSet"],
                help: "The properties that tell one object from another."),
            Parameter(
                \.serializationDepth, sets: ["DynamicTypeSet"],
                help: "How many levels of such objects Export-Clixml and its kin write."),
            Parameter(
                \.force, sets: ["DynamicTypeSet"],
                help: "Replaces a member that has the name already, instead of an error."),
            Parameter(
                \.appendPath, aliases: ["PSPath", "Path"], position: 0, pipeline: .byPropertyName, sets: ["FileSet"],
                completer: .paths, help: "Files in the form of types.ps1xml, read behind those of -PrependPath."),
            Parameter(
                \.prependPath, sets: ["FileSet"], completer: .paths,
                help: "Files in the form of types.ps1xml, read first."),
        ],
        examples: [
            Example(
                "Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Words -Value { $this.Split().Count }; 'a b c'.Words",
                "Gives every text a property.",
                output: "3"),
            Example(
                "Update-TypeData -TypeName Demo.Fruit -DefaultDisplayPropertySet Name; [pscustomobject]@{ PSTypeName = 'Demo.Fruit'; Name = 'fig'; Grams = 50 } | Format-List",
                "Chooses what is shown of a script's own objects.",
                output: "\nName : fig\n"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard runtime.isBound(\Self.typeName) else {
            for path in prependPath + appendPath { try TypesFile.load(path, into: engine, runtime) }
            return
        }
        var data = TypeData(typeName)
        if let (name, member) = try newMember(runtime) { data.members[name] = member }
        data.defaultDisplay = defaultDisplayPropertySet.isEmpty ? nil : defaultDisplayPropertySet
        data.defaultDisplayProperty = defaultDisplayProperty
        data.defaultKeys = defaultKeyPropertySet.isEmpty ? nil : defaultKeyPropertySet
        data.serializationDepth = serializationDepth
        if data.isEmpty {
            throw Self.refusal("TypeDataEmpty", "No member is specified for the update on type \"\(typeName)\".")
        }
        guard try runtime.shouldProcess(target: "Type to update: \(typeName)", action: "Update TypeData") else { return }
        try engine.typeData.add(data, replacing: force.isOn)
    }

    private func newMember(_ runtime: any CmdletRuntime) throws -> (String, AttachedMembers.Member)? {
        guard let memberType else {
            guard memberName == nil, !runtime.isBound(\Self.value), !runtime.isBound(\Self.secondValue) else {
                throw Self.refusal(
                    "MemberTypeIsMissing", "The MemberType parameter must be specified where MemberName or Value is.")
            }
            return nil
        }
        guard let memberName, !memberName.isEmpty else {
            throw Self.refusal(
                "MemberNameShouldBeSpecified", "The MemberName parameter must be specified for the member type \"\(memberType)\".")
        }
        guard runtime.isBound(\Self.value) else {
            throw Self.refusal(
                "ValueShouldBeSpecified", "The Value parameter must be specified for the member type \"\(memberType)\".")
        }
        let kind = memberType.lowercased()
        if runtime.isBound(\Self.secondValue), kind != "scriptproperty" {
            throw Self.refusal(
                "SecondValueShouldNotBeSpecified",
                "The SecondValue parameter must not be specified for the member type \"\(memberType)\".")
        }
        switch kind {
        case "noteproperty": return (memberName, .note(value.orNull))
        case "aliasproperty": return (memberName, .alias(value.displayText))
        case "scriptproperty":
            let setter = secondValue.isNull ? nil : try ScriptBlock.fromArgument(secondValue)
            return (memberName, .script(getter: try ScriptBlock.fromArgument(value), setter: setter))
        case "scriptmethod": return (memberName, .method(try ScriptBlock.fromArgument(value)))
        default:
            throw Self.refusal(
                "CannotUpdateMemberType",
                "Cannot update a member with type \"\(memberType)\". Specify a different type for the MemberType parameter: NoteProperty, "
                    + "AliasProperty, ScriptProperty or ScriptMethod.")
        }
    }

    static func refusal(_ id: String, _ text: String) -> ValueError {
        ValueError(text, id: id, exception: "System.InvalidOperationException", category: "InvalidOperation")
    }
}
