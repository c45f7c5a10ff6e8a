import CmdletKit
import Engine
import Values

/// Get-Module.
struct GetModule: Cmdlet {
    private var name: [String] = []
    private var fullyQualifiedName: [Value] = []
    private var listAvailable: Switch = false
    private var all: Switch = false
    private var refresh: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Module", aliases: ["gmo"], synopsis: "Gets the modules that are loaded, or those that could be.",
        parameters: [
            Parameter("Name", \.name, position: 0, pipeline: .byValue, help: "Names, with wildcards."),
            Parameter("FullyQualifiedName", \.fullyQualifiedName, pipeline: .byPropertyName, help: "Names with versions."),
            Parameter("ListAvailable", \.listAvailable, help: "Those in $env:PSModulePath."),
            Parameter("All", \.all, help: "Nested ones as well."),
            Parameter("Refresh", \.refresh, help: "Accepted for scripts that give it."),
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [Example("$null = New-Module -Name Mine { }; (Get-Module Mine).Name", "A loaded module.", output: "Mine")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let specifications = fullyQualifiedName.compactMap { ModuleSpecification($0) }
        let patterns = name.isEmpty && specifications.isEmpty ? ["*"] : name + specifications.map(\.name)
        for pattern in patterns {
            let found: [ModuleInfo]
            if listAvailable.isOn {
                found = engine.availableModules(pattern)
            } else {
                var loaded = engine.modules
                if all.isOn { loaded += loaded.flatMap(\.nestedModules) }
                let wildcard = Wildcard(pattern)
                found = (loaded + engine.builtinModules).filter { wildcard.matches($0.name) || $0.path == pattern }
            }
            let wanted = specifications.first { $0.name.equalsIgnoringCase(pattern) }
            try runtime.writeAll(found.filter { wanted?.accepts($0.version) ?? true }.map { .object($0) })
        }
    }
}
