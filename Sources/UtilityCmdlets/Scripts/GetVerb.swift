import CmdletKit
import Interpreter
import Values

/// Get-Verb.
struct GetVerb: Cmdlet {
    private var verb: [String] = []
    private var group: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Verb", synopsis: "Gets the approved verbs.",
        parameters: [
            Parameter("Verb", \.verb, position: 0, pipeline: .byPropertyName, help: "Verbs, with wildcards."),
            Parameter(
                "Group", \.group, position: 1, pipeline: .byPropertyName, validate: [.set(ApprovedVerbs.groups, ignoreCase: true)],
                help: "Groups of verbs."),
        ],
        outputs: ["System.Management.Automation.VerbInfo"],
        examples: [Example("(Get-Verb Get).Group", "A verb's group.", output: "Common")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let groups =
            group.isEmpty
            ? ApprovedVerbs.groups : ApprovedVerbs.groups.filter { name in group.contains { $0.equalsIgnoringCase(name) } }
        for name in groups {
            for entry in ApprovedVerbs.all where entry.group == name {
                guard verb.isEmpty || verb.contains(where: { Wildcard($0).matches(entry.verb) }) else { continue }
                try runtime.write(
                    .object(
                        CustomObject(
                            [
                                ("Verb", .string(entry.verb)), ("AliasPrefix", .string(entry.prefix)),
                                ("Group", .string(entry.group)),
                                ("Description", .string(entry.description)),
                            ], typeNames: ["System.Management.Automation.VerbInfo", "System.Object"])))
            }
        }
    }
}
