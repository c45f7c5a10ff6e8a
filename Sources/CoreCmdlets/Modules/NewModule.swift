import CmdletKit
import Interpreter
import Values

/// New-Module: makes a module from a script block.
struct NewModule: Cmdlet {
    private var name = ""
    private var block: ScriptBlock?
    private var function: [String] = []
    private var cmdlet: [String] = []
    private var arguments: [Value] = []
    private var returnResult: Switch = false
    private var asCustomObject: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Module", aliases: ["nmo"], synopsis: "Makes a module of a script block, in memory only.",
        description: """
            The code runs once in a scope of the module, and its functions are exported to the session. Writes the \
            module, what the code wrote with -ReturnResult, or an object whose methods are the functions with \
            -AsCustomObject. Variables of the module keep their values from call to call. Takes a name from the \
            pipeline.
            """,
        defaultSet: "ScriptBlock",
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["Name"],
                help: "The name of the module; made up by default."),
            Parameter(
                \.block, named: "ScriptBlock",
                memberships: [
                    ParameterInfo.Membership(set: "ScriptBlock", position: 0, isMandatory: true),
                    ParameterInfo.Membership(set: "Name", position: 1, isMandatory: true),
                ], help: "The code of the module."),
            Parameter(\.function, help: "Only these functions are exported; wildcards are allowed."),
            Parameter(\.cmdlet, help: "Only these cmdlets are exported; modules of script blocks have none."),
            Parameter(
                \.arguments, named: "ArgumentList", aliases: ["Args"], remaining: true,
                help: "Arguments for the param block of the code."),
            Parameter(\.returnResult, help: "Writes what the code writes, in place of the module."),
            Parameter(
                \.asCustomObject,
                help: "Writes an object whose methods are the exported functions, in place of the module."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo", "System.Management.Automation.PSCustomObject"],
        examples: [
            Example("$null = New-Module { function Get-Answer { 42 } }; Get-Answer", "A function of a module.", output: "42"),
            Example(
                """
                $counter = New-Module { $count = 0; function Next { (++$script:count) } } -AsCustomObject
                $counter.Next()
                $counter.Next()
                """,
                "An object that counts.", output: "1\n2"),
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
