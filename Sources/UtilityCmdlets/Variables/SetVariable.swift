import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Variable: defines or changes variables; several piped values become an array.
struct SetVariable: Cmdlet {
    private var name: [String] = []
    private var value: Value = .nothing
    private var include: [String] = []
    private var exclude: [String] = []
    private var variableDescription: String?
    private var option: ScopedItemOptions?
    private var visibility: VariableSearch.Visibility?
    private var force: Switch = false
    private var append: Switch = false
    private var scope: String?
    private var passThru: Switch = false
    private var piped: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Set-Variable", aliases: ["sv", "set"], synopsis: "Sets variables, and makes those that are not there.",
        description: """
            Gives the variables of the name a value, a description or options. Objects that are piped in are gathered: \
            the variable holds all of them when the pipeline ends. A read-only variable is an error unless -Force is \
            given. Nothing is written unless -PassThru is given.
            """, confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "The names of the variables, without $; with wildcards, those that exist."),
            Parameter(
                \.value, position: 1, pipeline: [.byValue, .byPropertyName],
                help: "The value; of several piped objects an array."),
            Parameter(\.include, help: "Only variables whose names match one of these wildcards."),
            Parameter(\.exclude, help: "Leaves out variables whose names match one of these wildcards."),
            Parameter(\.variableDescription, named: "Description", help: "A text about the variable, kept in its Description."),
            Parameter(
                \.option,
                help:
                    """
                    None, ReadOnly (changed and removed with -Force only), Constant (never), Private (seen in its own \
                    scope only) or AllScope.
                    """
            ),
            Parameter(\.force, help: "Sets a read-only variable, too."),
            Parameter(
                \.visibility,
                help:
                    """
                    Public, or Private for a variable that only the session's own code is meant to see; kept in the \
                    variable's Visibility.
                    """
            ),
            Parameter(\.passThru, help: "Writes the variables."),
            Parameter(\.append, help: "Adds the value to what the variable holds, as an array."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The scope to set them in: Local (the default), Global, Script, or a number (1 is the scope above)."),
        ],
        outputs: ["System.Management.Automation.PSVariable"],
        examples: [
            Example(
                "$name = 'x'; Set-Variable -Name $name -Value 3; $x",
                "Sets a variable whose name stands in another one.",
                output: "3"),
            Example("1..3 | Set-Variable numbers; $numbers.Count", "Gathers what is piped in.", output: "3"),
        ])

    /// Collects piped values: at the end the variable gets all of them as an array.
    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.value) { piped.append(value) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let names = NameFilter(include: include, exclude: exclude)
        let value: Value? = piped.isEmpty ? nil : piped.count == 1 ? piped[0] : .array(piped)
        for name in name {
            let found = try VariableSearch.find(name, scope ?? (Wildcard.isPattern(name) ? nil : "0"), engine)
            if !Wildcard.isPattern(name), found.isEmpty {
                guard names.accepts(name) else { continue }
                let target = try ScopeArgument.scope(scope, engine)
                try set(VariableInfo(name: bare(name)), value, target, runtime)
            }
            for (info, holder) in found where names.accepts(info.name) { try set(info, value, holder, runtime) }
        }
    }

    private func bare(_ name: String) -> String { name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name }

    /// The elements that -Append adds: each of several piped objects, or the value of -Value as one.
    private func added(_ value: Value) -> [Value] { piped.count > 1 ? piped : [value] }

    private func set(_ info: VariableInfo, _ value: Value?, _ scope: Scope, _ runtime: any CmdletRuntime) throws {
        var info = info
        if let value {
            info.value = append.isOn ? .array(info.value.enumeratedOrSelf + added(value)) : value
        }
        if let variableDescription { info.description = variableDescription }
        if let option { info.options = option }
        if self.scope?.lowercased() == "private" { info.options.insert(.private) }
        if let visibility { info.isPrivateVisibility = visibility == .private }
        guard try runtime.shouldProcess(target: "Name: \(info.name) Value: \(info.value.displayText)", action: "Set variable")
        else { return }
        do { try scope.define(info, force: force.isOn) } catch let error as ValueError {
            let record = ErrorRecord.wrapping(error)
            try runtime.writeError(
                ErrorRecord(exception: record.exception, id: record.errorID, category: record.category, target: .string(info.name)))
            return
        }
        if passThru.isOn, let now = scope.info(info.name) { try runtime.write(.object(VariableObject(now, in: scope))) }
    }
}
