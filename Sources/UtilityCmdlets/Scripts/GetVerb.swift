import CmdletKit
import Interpreter
import Values

/// Get-Verb: writes the approved verbs.
struct GetVerb: Cmdlet {
    private var verb: [String] = []
    private var group: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Verb", synopsis: "Gets the verbs that commands' names should begin with.",
        description: """
            Writes an object for each approved verb: the Verb, the AliasPrefix for aliases, its Group and a \
            Description.
            """,
        parameters: [
            Parameter(
                \.verb, position: 0, pipeline: .byPropertyName, help: "Only verbs that match one of these wildcards."),
            Parameter(
                \.group, position: 1, pipeline: .byPropertyName, validate: [.set(ApprovedVerbs.groups, ignoreCase: true)],
                help: "Only verbs of these groups: Common, Communications, Data, Diagnostic, Lifecycle, Other or Security."),
        ],
        outputs: ["System.Management.Automation.VerbInfo"],
        examples: [
            Example("(Get-Verb Get).Group", "Looks up a verb's group.", output: "Common"),
            Example(
                "(Get-Verb -Group Security).Verb -join ', '",
                "Lists the verbs of a group.",
                output: "Block, Grant, Protect, Revoke, Unblock, Unprotect"),
        ])

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
                            ], type: VerbInfo.type)))
            }
        }
    }
}
