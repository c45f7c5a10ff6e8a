import CmdletKit
import Interpreter
import Values

/// Get-Help: makes the text of a command's help (`HelpPage`) and the help object around it (`CommandHelp`) from its declaration or
/// comments.
struct GetHelp: Cmdlet {
    private var name = ""
    private var examples: Switch = false
    private var detailed: Switch = false
    private var full: Switch = false
    private var parameter: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Help", synopsis: "Explains a command: what it does and how it is called.",
        description: """
            Reads the declaration of a cmdlet, or the comment-based help of a function or script. Writes a help \
            object that shows itself as text; its properties, such as Synopsis and parameters, serve scripts. A name \
            with wildcards lists the cmdlets that fit, and without a name there is an overview. Takes names by \
            property name from the pipeline.
            """,
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: .byPropertyName, completer: .commandNames,
                help: "A command or alias; a pattern lists the cmdlets that fit."),
            Parameter(\.examples, help: "Shows the examples only."),
            Parameter(\.detailed, help: "Shows parameters and examples as well."),
            Parameter(\.full, help: "Shows all that is known."),
            Parameter(\.parameter, help: "Shows these parameters only; wildcards are allowed."),
        ],
        outputs: ["MamlCommandHelpInfo", "System.Management.Automation.PSCustomObject", "System.String"],
        examples: [
            Example(
                "(Get-Help Get-Location).Synopsis",
                "The synopsis of a cmdlet.", output: "Gets the current location of the session."),
            Example("(Get-Help Get-ChildItem -Parameter Depth).required", "What is known of a parameter.", output: "false"),
            Example(
                "(Get-Help *-Location).Name -join ' '",
                "Cmdlets by a pattern.", output: "Get-Location Pop-Location Push-Location Set-Location"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if name.isEmpty { return try runtime.writeAll(Self.overview.map { .string($0) }) }
        if Wildcard.isPattern(name) {
            let found = engine.commands.allCmdlets.filter { Wildcard(name).matches($0.signature.name) }
            return try runtime.writeAll(
                found.map {
                    .object(
                        CustomObject([
                            ("Name", .string($0.signature.name)), ("Category", .string("Cmdlet")),
                            ("Synopsis", .string($0.signature.synopsis)),
                        ]))
                })
        }
        guard let command = engine.findCommand(name).map({ CommandObject($0, engine: engine) }), let signature = command.signature
        else {
            let record = ErrorRecord(
                "Get-Help could not find \(name) in a help file in this session. Get-Command lists the commands there are.",
                id: "HelpNotFound",
                category: "ResourceUnavailable", exception: "Microsoft.PowerShell.Commands.HelpNotFoundException",
                target: .string(name))
            return try runtime.writeError(record)
        }
        let page = HelpPage(signature)
        let help = CommandHelp(command, signature)
        if let parameter {
            let found = signature.parameters.filter { !$0.isHidden && Wildcard(parameter).matches($0.name) }
            return try runtime.writeAll(found.map { help.parameter($0, lines: page.lines(of: $0)) })
        }
        let (view, lines): (String, [String])
        if examples.isOn {
            (view, lines) = ("ExamplesView", page.heading + page.examples)
        } else {
            let start = page.heading + page.syntax + page.description
            let isLong = detailed.isOn || full.isOn
            view = full.isOn ? "FullView" : detailed.isOn ? "DetailedView" : ""
            lines = start + (isLong ? page.parameters(matching: "*") + page.examples + page.rest : page.rest)
        }
        try runtime.write(help.object(view: view, lines: lines))
    }

    private static let overview = [
        "Bulkhead is a PowerShell-style shell for Linux containers.", "",
        "    Get-Help <command>            what it does, and how it is called",
        "    Get-Help <command> -Examples  uses of it", "    Get-Command                   the commands there are",
        "    Get-Command *-Container*      those for containers",
        "    Get-Member                    the members of an object: Get-Process | Get-Member",
    ]
}

/// The help of a command as lines of text.
struct HelpPage {
    private let signature: CommandSignature
    init(_ signature: CommandSignature) { self.signature = signature }

    var heading: [String] { ["", "NAME", "    \(signature.name)", "", "SYNOPSIS", "    \(signature.synopsis)", ""] }
    var syntax: [String] { ["SYNTAX"] + CommandSyntaxText.lines(signature).flatMap { ["    " + $0, ""] } }
    var description: [String] { signature.description.isEmpty ? [] : ["DESCRIPTION", "    \(signature.description)", ""] }

    func parameters(matching pattern: String) -> [String] {
        let found = signature.parameters.filter { !$0.isHidden && Wildcard(pattern).matches($0.name) }
        return found.isEmpty ? [] : ["PARAMETERS"] + found.flatMap { lines(of: $0) }
    }

    /// The lines about one parameter.
    func lines(of parameter: ParameterInfo) -> [String] {
        let part = parameter.memberships.first ?? ParameterInfo.Membership()
        return [
            "    -\(parameter.name)" + (parameter.isSwitch ? "" : " <\(parameter.typeName)>"), "        \(parameter.help)",
            "",
            "        Required?                    \(part.isMandatory)",
            "        Position?                    \(part.position.map(String.init) ?? "Named")",
            "        Accept pipeline input?       \(CommandHelp.pipeline(part))",
            "        Aliases                      \(parameter.aliases.isEmpty ? "None" : parameter.aliases.joined(separator: ", "))",
            "",
        ]
    }

    var examples: [String] {
        guard !signature.examples.isEmpty else { return [] }
        var lines = ["EXAMPLES"]
        for (place, example) in signature.examples.enumerated() {
            lines += [
                "    -------------------------- EXAMPLE \(place + 1) --------------------------", "", "    PS> \(example.code)",
            ]
            for line in (example.output ?? "").split(separator: "\n") { lines.append("    " + line) }
            lines += ["", "    \(example.explanation)", ""]
        }
        return lines
    }

    var rest: [String] {
        let aliases = signature.aliases.isEmpty ? [] : ["ALIASES", "    " + signature.aliases.joined(separator: ", "), ""]
        let remarks = [
            "REMARKS", "    To see the examples, type: Get-Help \(signature.name) -Examples",
            "    For more, type: Get-Help \(signature.name) -Detailed", "",
        ]
        return aliases + (signature.notes.isEmpty ? [] : ["NOTES", "    \(signature.notes)", ""]) + remarks
    }
}
