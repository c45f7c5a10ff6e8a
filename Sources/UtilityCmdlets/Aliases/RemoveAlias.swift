import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Remove-Alias: removes aliases.
struct RemoveAlias: Cmdlet {
    private var name: [String] = []
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Alias", synopsis: "Removes aliases; the commands they stood for stay.",
        description: """
            The aliases of the names are gone from the session, or from the scope. A read-only alias is an error \
            unless -Force is given; a constant one always. Nothing is written.
            """,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], completer: .commandNames,
                help: "The names of the aliases."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (1 is the scope above)."),
            Parameter(\.force, help: "Removes read-only aliases, too."),
        ],
        examples: [
            Example(
                "Set-Alias now Get-Date; Remove-Alias now; Test-Path Alias:now",
                "Removes an alias.",
                output: "False"),
            Example(
                "Set-Alias now Get-Date -Option ReadOnly; Remove-Alias now -Force; Test-Path Alias:now",
                "Removes a read-only alias.",
                output: "False"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for name in name {
            let alias: AliasInfo?
            if let scope {
                alias = engine.aliases(in: try ScopeArgument.scope(scope, engine)).first { $0.name.equalsIgnoringCase(name) }
            } else {
                alias = engine.findAlias(name)
            }
            guard let alias else {
                try runtime.writeError(AliasSearch.notFound(name, byName: true))
                continue
            }
            guard alias.options.isWritable || (force.isOn && !alias.options.contains(.constant)) else {
                try runtime.writeError(
                    ErrorRecord(
                        "Alias was not removed because alias \(name) is constant or read-only. If the alias is read-only, try the operation again specifying the Force option.",
                        id: "AliasNotRemovable", category: "WriteError",
                        exception: "System.Management.Automation.SessionStateUnauthorizedAccessException", target: .string(name)))
                continue
            }
            engine.removeAlias(name)
        }
    }
}
