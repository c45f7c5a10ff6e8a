import CmdletKit
import Interpreter
import Values

/// Import-Module.
struct ImportModule: Cmdlet {
    private var name: [String] = []
    private var moduleInfo: [Value] = []
    private var fullyQualifiedName: [ModuleSpecification] = []
    private var isGlobal: Switch = false
    private var scope: String?
    private var prefix = ""
    private var function: [String] = []
    private var cmdlet: [String] = []
    private var variable: [String] = []
    private var alias: [String] = []
    private var force: Switch = false
    private var passThru: Switch = false
    private var asCustomObject: Switch = false
    private var minimumVersion: String?
    private var maximumVersion: String?
    private var requiredVersion: String?
    private var arguments: [Value] = []
    private var noClobber: Switch = false
    private var disableNameChecking: Switch = false
    private var skipEditionCheck: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Import-Module", aliases: ["ipmo"], synopsis: "Loads a module and makes what it exports visible.", defaultSet: "Name",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["Name"], completer: .paths,
                help: "Names, looked for in $env:PSModulePath, or paths."),
            Parameter(
                "FullyQualifiedName", \.fullyQualifiedName, position: 0, mandatory: true, pipeline: .byValue,
                sets: ["FullyQualifiedName"], help: "Names with versions: @{ ModuleName = …; ModuleVersion = … }."),
            Parameter(
                "ModuleInfo", \.moduleInfo, position: 0, mandatory: true, pipeline: .byValue, sets: ["ModuleInfo"],
                help: "Modules as Get-Module writes them."),
            Parameter("Global", \.isGlobal, help: "Into the global scope, also from within a module."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local"]), help: "Where to."),
            Parameter("Prefix", \.prefix, help: "Put before the noun of each command."),
            Parameter("Function", \.function, help: "Only these functions."),
            Parameter("Cmdlet", \.cmdlet, help: "Only these cmdlets."),
            Parameter("Variable", \.variable, help: "Only these variables."),
            Parameter("Alias", \.alias, help: "Only these aliases."), Parameter("Force", \.force, help: "Reads it anew."),
            Parameter("PassThru", \.passThru, help: "Writes the module."),
            Parameter("AsCustomObject", \.asCustomObject, help: "Writes an object with the functions as methods."),
            Parameter(
                "MinimumVersion", \.minimumVersion, aliases: ["Version"], sets: ["Name"], help: "The oldest version that will do."),
            Parameter("MaximumVersion", \.maximumVersion, sets: ["Name"], help: "The newest."),
            Parameter("RequiredVersion", \.requiredVersion, sets: ["Name"], help: "This one only."),
            Parameter("ArgumentList", \.arguments, aliases: ["Args"], help: "What the module's param block gets."),
            Parameter("NoClobber", \.noClobber, help: "Leaves commands that are there."),
            Parameter("DisableNameChecking", \.disableNameChecking, help: "Accepted for scripts that give it."),
            Parameter("SkipEditionCheck", \.skipEditionCheck, help: "Accepted for scripts that give it."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [
            Example(
                "(Import-Module Microsoft.PowerShell.Utility -PassThru).Name", "A module of the shell's own.",
                output: "Microsoft.PowerShell.Utility")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        for given in moduleInfo {
            guard let module = given.asObject(ModuleInfo.self) else { continue }
            if module.session == nil, !module.path.isEmpty {
                try load(ModuleSpecification(name: module.path), engine, frame, runtime)
            } else if module.session == nil {
                try load(ModuleSpecification(name: module.name), engine, frame, runtime)
            } else {
                engine.install(module, options(runtime), in: frame)
                if passThru.isOn { try runtime.write(given) }
            }
        }
        if let least = minimumVersion.flatMap({ Version($0) }), let most = maximumVersion.flatMap({ Version($0) }), most < least {
            throw ValueError(
                "The value of the MinimumVersion parameter, \(least.text), is greater than that of MaximumVersion, \(most.text).",
                id: "ArgumentOutOfRange", exception: "System.ArgumentOutOfRangeException", category: "InvalidArgument")
        }
        var wanted = name.map { ModuleSpecification(name: $0) } + fullyQualifiedName
        for index in wanted.indices {
            wanted[index].minimum = minimumVersion ?? wanted[index].minimum
            wanted[index].maximum = maximumVersion ?? wanted[index].maximum
            wanted[index].required = requiredVersion ?? wanted[index].required
        }
        for specification in wanted { try load(specification, engine, frame, runtime) }
    }

    private func load(_ specification: ModuleSpecification, _ engine: Engine, _ frame: Frame, _ runtime: any CmdletRuntime) throws {
        do {
            let module = try engine.importModule(specification, options(runtime), in: frame)
            if asCustomObject.isOn {
                try runtime.write(module.customObject)
            } else if passThru.isOn {
                try runtime.write(.object(module))
            }
        } catch let error as ValueError {
            try runtime.writeError(.wrapping(error))
        }
    }

    private func options(_ runtime: any CmdletRuntime) -> Engine.ModuleImport {
        var options = Engine.ModuleImport()
        options.force = force.isOn
        options.prefix = prefix
        options.functions =
            runtime.isBound("Function") ? function : runtime.isBound("Cmdlet") || runtime.isBound("Alias") ? [] : nil
        options.aliases = runtime.isBound("Alias") ? alias : nil
        options.variables = runtime.isBound("Variable") ? variable : nil
        options.noClobber = noClobber.isOn
        options.isGlobal = isGlobal.isOn || scope?.equalsIgnoringCase("Global") == true
        options.arguments = arguments
        return options
    }
}
