import CmdletKit
import Engine
import Values

/// System.Management.Automation.PSVariable.
enum VariableObject {
    static func make(_ name: String, _ value: Value) -> Value {
        .object(
            CustomObject(
                [("Name", .string(name)), ("Value", value)],
                typeNames: ["System.Management.Automation.PSVariable", "System.Object"]))
    }
}

/// Get-Variable.
struct GetVariable: Cmdlet {
    private var name: [String] = ["*"]
    private var valueOnly: Switch = false
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Variable", aliases: ["gv"], synopsis: "Gets variables.",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: [.byValue, .byPropertyName], completer: .variableNames,
                help: "Names, with wildcards."),
            Parameter("ValueOnly", \.valueOnly, help: "The values alone."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
        ],
        outputs: ["System.Management.Automation.PSVariable"],
        examples: [Example("$answer = 42; Get-Variable answer -ValueOnly", "A variable's value.", output: "42")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let all: [(name: String, value: Value)]
        if let scope {
            guard let found = engine.scope(scope) else {
                throw ValueError(
                    "The scope '\(scope)' cannot be found. Give Global, Local, Script or a number.", id: "ArgumentException",
                    category: "InvalidArgument")
            }
            all = found.variables
        } else {
            all = engine.visibleVariables
        }
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches($0.name) }
            for variable in found {
                try runtime.write(valueOnly.isOn ? variable.value : VariableObject.make(variable.name, variable.value))
            }
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot find a variable with the name '\(pattern)'.", id: "VariableNotFound", category: "ObjectNotFound",
                        exception: "System.Management.Automation.ItemNotFoundException", target: .string(pattern)))
            }
        }
    }
}

/// Set-Variable.
struct SetVariable: Cmdlet {
    private var name: [String] = []
    private var value: Value = .null
    private var scope: String?
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Variable", aliases: ["sv", "set"], synopsis: "Sets variables.",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames, help: "Names."),
            Parameter("Value", \.value, position: 1, pipeline: [.byValue, .byPropertyName], help: "The value."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to set them in."),
            Parameter("PassThru", \.passThru, help: "Writes the variables."),
        ],
        examples: [Example("Set-Variable x 3; $x", "As $x = 3.", output: "3")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard let target = engine.scope(scope ?? "") else {
            throw ValueError(
                "The scope '\(scope ?? "")' cannot be found. Give Global, Local, Script or a number.", id: "ArgumentException",
                category: "InvalidArgument")
        }
        for name in name {
            try target.set(name, value)
            if passThru.isOn { try runtime.write(VariableObject.make(name, value)) }
        }
    }
}

/// Remove-Variable.
struct RemoveVariable: Cmdlet {
    private var name: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Variable", aliases: ["rv"], synopsis: "Removes variables.",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "Names, with wildcards.")
        ],
        examples: [Example("$x = 1; Remove-Variable x; $null -eq $x", "Gone.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for pattern in name {
            let found = engine.visibleVariables.filter { Wildcard(pattern).matches($0.name) }
            for variable in found { engine.removeVariable(variable.name) }
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot find a variable with the name '\(pattern)'.", id: "VariableNotFound", category: "ObjectNotFound",
                        exception: "System.Management.Automation.ItemNotFoundException", target: .string(pattern)))
            }
        }
    }
}
