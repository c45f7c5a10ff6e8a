import CmdletKit
import Interpreter
import Values

/// Import-Module: loads modules by the engine and defines what they export.
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
        "Import-Module", aliases: ["ipmo"], synopsis: "Loads a module and makes visible what it exports.",
        description: """
            Looks for names in the folders of $env:PSModulePath; a path names the module itself: a .psd1, .psm1 or \
            .ps1 file or a folder. Of several versions the newest that fits is taken. A module that is loaded \
            already is not read again unless -Force is given. Takes names, modules and specifications from the \
            pipeline, and writes nothing unless -PassThru or -AsCustomObject is given. Modules that are compiled \
            .NET code cannot be loaded.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["Name"], completer: .paths,
                help: "Names of modules in $env:PSModulePath, or paths."),
            .fullyQualifiedName(\.fullyQualifiedName), .moduleInfo(\.moduleInfo),
            Parameter(\.isGlobal, named: "Global", help: "Imports into the global scope, also from within a module."),
            Parameter(
                \.scope, completer: .values(["Global", "Local"]),
                help: "Global or Local: the scope that the commands are imported into."),
            Parameter(\.prefix, help: "Put before the noun of each imported command."),
            Parameter(\.function, help: "Imports only these functions; wildcards are allowed."),
            Parameter(\.cmdlet, help: "Imports only these cmdlets; wildcards are allowed."),
            Parameter(\.variable, help: "Imports only these variables; wildcards are allowed."),
            Parameter(\.alias, help: "Imports only these aliases; wildcards are allowed."),
            Parameter(\.force, help: "Reads a module again that is loaded already."),
            Parameter(\.passThru, help: "Writes the module."),
            Parameter(\.asCustomObject, help: "Writes an object whose methods are the functions of the module."),
            Parameter(
                \.minimumVersion, aliases: ["Version"], sets: ["Name"], help: "The oldest version that will do."),
            Parameter(\.maximumVersion, sets: ["Name"], help: "The newest version that will do."),
            Parameter(\.requiredVersion, sets: ["Name"], help: "The one version that will do."),
            Parameter(\.arguments, named: "ArgumentList", aliases: ["Args"], help: "Arguments for the param block of the module."),
            Parameter(\.noClobber, help: "Leaves commands of the session that have the same names."),
            Parameter(
                \.disableNameChecking, help: "Accepted for scripts that give it: names are not checked."),
            Parameter(\.skipEditionCheck, help: "Accepted for scripts that give it: editions are not checked."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo", "System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                "(Import-Module Microsoft.PowerShell.Utility -PassThru).Name",
                "A module of the shell itself.", output: "Microsoft.PowerShell.Utility"),
            Example(
                """
                Set-Content /tmp/import-module.psm1 'function Get-Answer { 42 }'
                Import-Module /tmp/import-module.psm1
                Get-Answer
                Remove-Module import-module
                Remove-Item /tmp/import-module.psm1
                """,
                "A module by its path.", output: "42"),
            Example(
                """
                Set-Content /tmp/import-prefix.psm1 'function Get-Answer { 42 }'
                Import-Module /tmp/import-prefix.psm1 -Prefix My
                Get-MyAnswer
                Remove-Module import-prefix
                Remove-Item /tmp/import-prefix.psm1
                """,
                "Commands under other names.", output: "42"),
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
            runtime.isBound(\Self.function) ? function : runtime.isBound(\Self.cmdlet) || runtime.isBound(\Self.alias) ? [] : nil
        options.aliases = runtime.isBound(\Self.alias) ? alias : nil
        options.variables = runtime.isBound(\Self.variable) ? variable : nil
        options.noClobber = noClobber.isOn
        options.isGlobal = isGlobal.isOn || scope?.equalsIgnoringCase("Global") == true
        options.arguments = arguments
        return options
    }
}
