import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-Variable: defines a variable that does not exist yet.
struct NewVariable: Cmdlet {
    private var name = ""
    private var value: Value = .null
    private var variableDescription = ""
    private var option: ScopedItemOptions = []
    private var visibility = VariableSearch.Visibility.public
    private var force: Switch = false
    private var scope: String?
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Variable", aliases: ["nv"], synopsis: "Makes a variable.",
        description: """
            Makes a variable with a value, a description and options; one that exists in the scope is an error unless \
            -Force is given. A ReadOnly variable changes with -Force only, a Constant one never. Nothing is written \
            unless -PassThru is given.
            """, confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "The variable's name, without $."),
            Parameter(
                \.value, position: 1, pipeline: [.byValue, .byPropertyName],
                help: "The variable's value; $null without it."),
            Parameter(\.variableDescription, named: "Description", help: "A text about the variable, kept in its Description."),
            Parameter(
                \.option,
                help:
                    """
                    None, ReadOnly (changed and removed with -Force only), Constant (never), Private (seen in its own \
                    scope only) or AllScope.
                    """
            ),
            Parameter(
                \.visibility,
                help:
                    """
                    Public, or Private for a variable that only the session's own code is meant to see; kept in the \
                    variable's Visibility.
                    """
            ),
            Parameter(\.force, help: "Replaces a variable of the name, a read-only one too."),
            Parameter(\.passThru, help: "Writes the variable."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The scope to make it in: Local (the default), Global, Script, or a number (1 is the scope above)."),
        ],
        outputs: ["System.Management.Automation.PSVariable"],
        examples: [
            Example(
                "New-Variable -Name Answer -Value 42 -Option Constant; try { $Answer = 1 } catch { }; $Answer",
                "Makes a variable that never changes.",
                output: "42"),
            Example(
                "function Start-Count { New-Variable -Name Count -Value 1 -Scope Global -Force }; Start-Count; $Count",
                "Makes a global variable within a function.",
                output: "1"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let target = try ScopeArgument.scope(scope, engine)
        guard try runtime.shouldProcess(target: "Name: \(name) Value: \(value.displayText)", action: "New variable") else { return }
        if target.info(name) != nil, !force.isOn {
            try runtime.writeError(
                ErrorRecord(
                    "A variable with name '\(name)' already exists.", id: "VariableAlreadyExists", category: "ResourceExists",
                    exception: "System.Management.Automation.SessionStateException", target: .string(name)))
            return
        }
        let options = scope?.lowercased() == "private" ? option.union(.private) : option
        let info = VariableInfo(
            name: name, value: value, options: options, description: variableDescription,
            isPrivateVisibility: visibility == .private)
        do { try target.define(info, force: force.isOn) } catch let error as ValueError {
            return try runtime.writeError(.wrapping(error))
        }
        if passThru.isOn, let now = target.info(name) { try runtime.write(.object(VariableObject(now, in: target))) }
    }
}
