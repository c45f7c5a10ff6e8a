import CmdletKit
import Interpreter
import Values

/// Export-ModuleMember: sets what the module whose code runs exports.
struct ExportModuleMember: Cmdlet {
    private var function: [String] = []
    private var cmdlet: [String] = []
    private var variable: [String] = []
    private var alias: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Export-ModuleMember", synopsis: "Says which functions, variables and aliases a module exports.",
        description: """
            Can be called in the code of a module only. Without it a module exports all its functions and aliases \
            and no variables; with it, exactly what is named, and nothing where nothing is named. Several calls add \
            up. Takes names of functions from the pipeline and writes nothing.
            """,
        parameters: [
            Parameter(
                \.function, position: 0, pipeline: [.byValue, .byPropertyName], validate: [.allowEmptyCollection],
                help: "Names of functions; wildcards are allowed."),
            Parameter(
                \.cmdlet, pipeline: .byPropertyName, validate: [.allowEmptyCollection],
                help: "Names of cmdlets; modules of scripts have none."),
            Parameter(\.variable, pipeline: .byPropertyName, help: "Names of variables; wildcards are allowed."),
            Parameter(\.alias, pipeline: .byPropertyName, help: "Names of aliases; wildcards are allowed."),
        ],
        examples: [
            Example(
                """
                $module = New-Module { function Get-A { }; function Get-B { }; Export-ModuleMember Get-A }
                $module.ExportedFunctions.Keys
                """,
                "One of two functions.", output: "Get-A"),
            Example(
                "$null = New-Module { $Colour = 'red'; Export-ModuleMember -Variable Colour }; $Colour",
                "A variable.", output: "red"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        guard
            engine.exportMembers(
                functions: function, aliases: alias, variables: variable, cmdlets: cmdlet, from: frame.scope.session)
        else {
            throw ValueError(
                "The Export-ModuleMember cmdlet can only be called from inside a module.",
                id: "Modules_CanOnlyExecuteExportModuleMemberInsideAModule", exception: "System.InvalidOperationException",
                category: "PermissionDenied")
        }
    }
}
