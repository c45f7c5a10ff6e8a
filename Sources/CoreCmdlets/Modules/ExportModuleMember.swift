import CmdletKit
import Interpreter
import Values

/// Export-ModuleMember.
struct ExportModuleMember: Cmdlet {
    private var function: [String] = []
    private var cmdlet: [String] = []
    private var variable: [String] = []
    private var alias: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Export-ModuleMember", synopsis: "Says what a module lets out; only a module's own code can.",
        parameters: [
            Parameter(
                "Function", \.function, position: 0, pipeline: [.byValue, .byPropertyName], validate: [.allowEmptyCollection],
                help: "Functions, with wildcards."),
            Parameter("Cmdlet", \.cmdlet, pipeline: .byPropertyName, validate: [.allowEmptyCollection], help: "Cmdlets."),
            Parameter("Variable", \.variable, pipeline: .byPropertyName, help: "Variables, with wildcards."),
            Parameter("Alias", \.alias, pipeline: .byPropertyName, help: "Aliases, with wildcards."),
        ],
        examples: [
            Example(
                "$m = New-Module { function A { 1 }; function B { 2 }; Export-ModuleMember A }; $m.ExportedFunctions.Count",
                "One of two.", output: "1")
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
