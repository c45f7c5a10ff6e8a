import CmdletKit
import Interpreter
import Values

/// New-Module.
struct NewModule: Cmdlet {
    private var name = ""
    private var block: ScriptBlock?
    private var function: [String] = []
    private var cmdlet: [String] = []
    private var arguments: [Value] = []
    private var returnResult: Switch = false
    private var asCustomObject: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Module", aliases: ["nmo"], synopsis: "Makes a module of a script block.", defaultSet: "ScriptBlock",
        parameters: [
            Parameter("Name", \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["Name"], help: "The module's name."),
            Parameter(
                "ScriptBlock", \.block,
                memberships: [
                    ParameterInfo.Membership(set: "ScriptBlock", position: 0, isMandatory: true),
                    ParameterInfo.Membership(set: "Name", position: 1, isMandatory: true),
                ], help: "Its code."),
            Parameter("Function", \.function, help: "Only these functions are exported."),
            Parameter("Cmdlet", \.cmdlet, help: "Only these cmdlets are exported."),
            Parameter("ArgumentList", \.arguments, aliases: ["Args"], remaining: true, help: "What the block's param block gets."),
            Parameter("ReturnResult", \.returnResult, help: "Writes what the block writes, not the module."),
            Parameter("AsCustomObject", \.asCustomObject, help: "Writes an object with the functions as methods."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [
            Example("$null = New-Module { function Get-Answer { 42 } }; Get-Answer", "A function of a module.", output: "42")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard let block else { return }
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        let made = name.isEmpty ? "__DynamicModule_\(GuidType.randomText)" : name
        let (module, results) = try engine.makeModule(block, name: made, arguments: arguments, in: frame)
        if asCustomObject.isOn {
            try runtime.write(module.customObject)
            return
        }
        var options = Engine.ModuleImport()
        if !function.isEmpty { options.functions = function }
        engine.install(module, options, in: frame)
        if returnResult.isOn { try runtime.writeAll(results) } else { try runtime.write(.object(module)) }
    }
}
