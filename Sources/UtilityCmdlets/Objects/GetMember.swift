import CmdletKit
import Interpreter
import Values

/// Get-Member: lists the members of objects.
struct GetMember: Cmdlet {
    var inputObject: Value = .nothing
    var name: [String] = []
    var memberType: [String] = []
    var isStatic: Switch = false
    var force: Switch = false
    private var seen: Set<String> = []
    private var hasInput = false

    private static let kinds = [
        "All", "AliasProperty", "CodeMethod", "CodeProperty", "Dynamic", "Event", "MemberSet", "Method", "Methods", "NoteProperty",
        "ParameterizedProperty", "Properties", "Property", "PropertySet", "ScriptMethod", "ScriptProperty",
    ]

    static let declaration = CmdletDeclaration<GetMember>(
        "Get-Member", aliases: ["gm"], synopsis: "Lists the properties and methods of objects.",
        description: """
            Writes one definition for each member of the input's type and for each member that was added to the object \
            itself, sorted by kind and name. Each type is listed once, however many objects of it are piped in. A \
            collection that is piped is looked at element by element; given as -InputObject, it is looked at itself.
            """,
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The object whose members are listed; usually piped in. A collection given here is taken as one object."),
            Parameter(\.name, position: 0, help: "Only members whose names match one of these; wildcards are allowed."),
            Parameter(
                \.memberType, aliases: ["Type"], validate: [.set(kinds, ignoreCase: true)], completer: .values(kinds),
                help:
                    """
                    Only members of these kinds: Property, Method, NoteProperty, ScriptProperty, ScriptMethod, \
                    AliasProperty, or Properties, Methods and All for several.
                    """
            ),
            Parameter(
                \.isStatic, named: "Static",
                help: "Lists the static members: of the type that is piped in as [type], else of the object's type."),
            Parameter(\.force, help: "Lists hidden members too, for example the hidden properties of a script's class."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.MemberDefinition"],
        examples: [
            Example(
                "'text' | Get-Member Substring | ForEach-Object Definition",
                "Shows a method's overloads.",
                output: "string Substring(int startIndex), string Substring(int startIndex, int length)"),
            Example(
                "[pscustomobject]@{ A = 1; B = 'x' } | Get-Member -MemberType NoteProperty | Select-Object Name, Definition",
                "Lists what an object holds.",
                output: """

                    Name Definition
                    ---- ----------
                    A    int A=1
                    B    string B=x

                    """),
            Example(
                "[datetime] | Get-Member -Static -Name *Leap* | ForEach-Object Definition",
                "Lists static members of a type.",
                output: "static bool IsLeapYear(int year)"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject), !inputObject.isNull else { return }
        hasInput = true
        let type = isStatic.isOn ? inputObject.asObject(TypeObject.self)?.represented ?? inputObject.type : inputObject.type
        let typeName = isStatic.isOn ? type.name : inputObject.typeName
        guard seen.insert(typeName).inserted else { return }
        var members =
            isStatic.isOn ? staticMembers(type) : instanceMembers(try runtime.service(Engine.self))
        members = members.filter { accepts(kind: $0.kind) && accepts(name: $0.name) }
        members.sort { ($0.kind, $0.name.lowercased()) < ($1.kind, $1.name.lowercased()) }
        for member in members {
            try runtime.write(
                .object(
                    CustomObject(
                        [
                            ("TypeName", .string(typeName)), ("Name", .string(member.name)), ("MemberType", .string(member.kind)),
                            ("Definition", .string(member.text)),
                        ], type: MemberDefinition.type)))
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        guard !hasInput else { return }
        try runtime.writeError(
            ErrorRecord(
                "You must specify an object for the Get-Member cmdlet.", id: "NoObjectInGetMember", category: "CloseError",
                exception: "System.InvalidOperationException"))
    }

    /// A line of the output: a member, its kind and its signature.
    private struct Definition {
        var name: String
        var kind: String
        var text: String
    }

    private func accepts(kind: String) -> Bool {
        guard !memberType.isEmpty else { return true }
        return memberType.contains { wanted in
            switch wanted.lowercased() {
            case "all": true
            case "properties": kind.hasSuffix("Property")
            case "methods": kind.hasSuffix("Method")
            default: kind.equalsIgnoringCase(wanted)
            }
        }
    }

    private func accepts(name memberName: String) -> Bool { name.isEmpty || name.contains { Wildcard($0).matches(memberName) } }

    private func instanceMembers(_ engine: Engine) -> [Definition] {
        var members = inputObject.type.allMembers.filter { force.isOn || !$0.isHidden }.map { definition($0, isStatic: false) }
        for (name, member) in engine.typeData.members(of: inputObject) {
            members.removeAll { $0.name.equalsIgnoringCase(name) }
            members.append(definition(name, member))
        }
        guard let attached = inputObject.reference?.attached else { return members }
        for (name, member) in zip(attached.names, attached.members) {
            members.removeAll { $0.name.equalsIgnoringCase(name) }
            members.append(definition(name, member))
        }
        return members
    }

    /// The static members; of an enumeration its values come first, then the static methods of System.Enum.
    private func staticMembers(_ type: ObjectType) -> [Definition] {
        let members = type.statics.filter { force.isOn || !$0.isHidden }.map { definition($0, isStatic: true) }
        guard let cases = type.enumeration?.cases else { return members }
        return cases.map { Definition(name: $0.name, kind: "Property", text: "static \(type.name) \($0.name) {get;}") } + members
    }

    private func definition(_ member: Member, isStatic: Bool) -> Definition {
        let prefix = isStatic ? "static " : ""
        switch member.kind {
        case .property(let type, _, let setter):
            return Definition(
                name: member.name, kind: "Property", text: "\(prefix)\(type) \(member.name) {get;\(setter == nil ? "" : "set;")}")
        case .method(let overloads):
            return Definition(
                name: member.name, kind: "Method",
                text: overloads.map { prefix + $0.definition(member.name) }.joined(separator: ", "))
        }
    }

    private func definition(_ name: String, _ member: AttachedMembers.Member) -> Definition {
        switch member {
        case .note, .live:
            let value = member.stored ?? .null
            let type = value.isNull ? "object" : TypeTable.accelerator(of: value.type) ?? value.typeName
            let text = value.isNull ? "null" : value.displayText
            return Definition(name: name, kind: "NoteProperty", text: "\(type) \(name)=\(text)")
        case .alias(let other): return Definition(name: name, kind: "AliasProperty", text: "\(name) = \(other)")
        case .script(let getter, let setter):
            let get = "get=\(getter.stringForm ?? "");"
            let set = setter.map { "set=\($0.stringForm ?? "");" } ?? ""
            return Definition(name: name, kind: "ScriptProperty", text: "System.Object \(name) {\(get)\(set)}")
        case .method: return Definition(name: name, kind: "ScriptMethod", text: "System.Object \(name)();")
        }
    }
}
