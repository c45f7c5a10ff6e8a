import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Module.
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
        parameters: [
            Parameter("Name", \.name, position: 0, pipeline: .byValue, help: "Names, with wildcards."),
            Parameter("FullyQualifiedName", \.fullyQualifiedName, pipeline: .byPropertyName, help: "Names with versions."),
            Parameter("ListAvailable", \.listAvailable, help: "Those in $env:PSModulePath."),
            Parameter("All", \.all, help: "Nested ones as well."),
            Parameter("Refresh", \.refresh, help: "Accepted for scripts that give it: nothing is cached."),
            Parameter(
                "PSEdition", \.edition, completer: .values(["Core", "Desktop"]),
                help: "Only those that say they work with this edition of PowerShell."),
            Parameter("SkipEditionCheck", \.skipEditionCheck, help: "Accepted for scripts that give it: no edition is checked."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [Example("$null = New-Module -Name Mine { }; (Get-Module Mine).Name", "A loaded module.", output: "Mine")])

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
