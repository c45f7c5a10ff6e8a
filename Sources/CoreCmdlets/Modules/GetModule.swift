import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Module: writes the loaded modules, or those that $env:PSModulePath has.
struct GetModule: Cmdlet {
    private var name: [String] = []
    private var fullyQualifiedName: [ModuleSpecification] = []
    private var listAvailable: Switch = false
    private var all: Switch = false
    private var refresh: Switch = false
    private var edition: String?
    private var skipEditionCheck: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Module", aliases: ["gmo"], synopsis: "Gets the modules that are loaded, or those that could be.",
        description: """
            Without -ListAvailable it gets the modules of the session, with it those in the folders of \
            $env:PSModulePath, whose code is not run. Takes names from the pipeline and writes \
            System.Management.Automation.PSModuleInfo objects. A module that is not there is no error.
            """,
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: .byValue,
                help: "Names of modules; wildcards are allowed. With -ListAvailable paths as well."),
            Parameter(
                \.fullyQualifiedName, pipeline: .byPropertyName,
                help: "Names with versions: @{ ModuleName = …; ModuleVersion = … }."),
            Parameter(\.listAvailable, help: "Gets the modules in $env:PSModulePath, all versions of each."),
            Parameter(\.all, help: "Gets nested modules as well."),
            Parameter(\.refresh, help: "Accepted for scripts that give it: nothing is cached."),
            Parameter(
                \.edition, named: "PSEdition", completer: .values(["Core", "Desktop"]),
                help: "Core or Desktop: only modules that say they work with this edition of PowerShell."),
            Parameter(\.skipEditionCheck, help: "Accepted for scripts that give it: editions are not checked."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [
            Example(
                "$null = New-Module -Name Fruit { function Get-Fruit { } }; (Get-Module Fruit).ExportedFunctions.Keys",
                "The functions of a loaded module.", output: "Get-Fruit"),
            Example(
                "(Get-Module Microsoft.PowerShell.M*).Name",
                "A module of the shell itself.", output: "Microsoft.PowerShell.Management"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let wanted = name.map { ModuleSpecification(name: $0) } + fullyQualifiedName
        let found = try (wanted.isEmpty ? [ModuleSpecification(name: "*")] : wanted).flatMap { specification in
            try modules(specification.name, engine).filter { specification.accepts($0.version, guid: $0.guid) }
        }
        var seen: Set<ObjectIdentifier> = []
        let shown = found.filter { module in
            let editions = module.compatibleEditions
            return seen.insert(ObjectIdentifier(module)).inserted
                && (edition.map { wanted in editions.contains { $0.equalsIgnoringCase(wanted) } } ?? true)
        }
        try runtime.writeAll(shown.map { .object($0) })
    }

    private func modules(_ pattern: String, _ engine: Engine) throws -> [ModuleInfo] {
        let isPath = pattern.contains("/") || pattern.contains("\\")
        if listAvailable.isOn {
            guard isPath else { return engine.availableModules(named: pattern, all: all.isOn) }
            let items = try? PathResolver(engine: engine).files(pattern)
            return (items ?? []).flatMap { engine.availableModules(at: $0.hostPath, all: all.isOn) }
        }
        var loaded = engine.modules
        if all.isOn {
            for module in engine.modules.flatMap(\.nestedModules) where !loaded.contains(where: { $0 === module }) {
                loaded.append(module)
            }
        }
        if isPath {
            let host = engine.fileSystem.hostPath(pattern)
            return loaded.filter { $0.isAt(host) }
        }
        let wildcard = Wildcard(pattern)
        return (loaded + engine.builtinModules).filter { wildcard.matches($0.name) }
            .enumerated().sorted { ($0.element.name.lowercased(), $0.offset) < ($1.element.name.lowercased(), $1.offset) }.map(
                \.element)
    }
}
