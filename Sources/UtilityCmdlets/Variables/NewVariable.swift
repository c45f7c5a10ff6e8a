import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-Variable.
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
        "New-Variable", aliases: ["nv"], synopsis: "Makes a variable.", confirms: true,
        parameters: [
            Parameter("Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "Its name."),
            Parameter("Value", \.value, position: 1, pipeline: [.byValue, .byPropertyName], help: "Its value."),
            Parameter("Description", \.variableDescription, help: "What it is for."),
            Parameter("Option", \.option, help: "Whether it can be changed, and from where it is seen."),
            Parameter("Visibility", \.visibility, help: "Whether it is seen outside the session."),
            Parameter("Force", \.force, help: "Replaces one of the name, a read-only one too."),
            Parameter("PassThru", \.passThru, help: "Writes the variable."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to make it in."),
        ],
        examples: [Example("New-Variable answer 42 -Option Constant; $answer", "A variable that never changes.", output: "42")])

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
