import CmdletKit
import Engine
import Values

/// Remove-Module.
struct RemoveModule: Cmdlet {
    private var name: [String] = []
    private var moduleInfo: [Value] = []
    private var fullyQualifiedName: [Value] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Module", aliases: ["rmo"], synopsis: "Takes modules out of the session again.", defaultSet: "name", confirms: true,
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["name"], help: "Names, with wildcards."),
            Parameter(
                "FullyQualifiedName", \.fullyQualifiedName, position: 0, mandatory: true, pipeline: .byValue,
                sets: ["FullyQualifiedName"], help: "Names with versions."),
            Parameter(
                "ModuleInfo", \.moduleInfo, position: 0, mandatory: true, pipeline: .byValue, sets: ["ModuleInfo"],
                help: "Modules as Get-Module writes them."),
            Parameter("Force", \.force, help: "Read-only ones as well."),
        ],
        examples: [
            Example("$null = New-Module -Name Mine { }; Remove-Module Mine; @(Get-Module Mine).Count", "Gone.", output: "0")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        var found = moduleInfo.compactMap { $0.asObject(ModuleInfo.self) }
        for pattern in name + fullyQualifiedName.compactMap({ ModuleSpecification($0)?.name }) {
            let matching = engine.modules.filter { Wildcard(pattern).matches($0.name) || $0.path == pattern }
            if matching.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(
                    ErrorRecord(
                        "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
                        id: "Modules_NoModulesRemoved", category: "ResourceUnavailable",
                        exception: "System.InvalidOperationException", target: .string(pattern)))
            }
            found += matching
        }
        for module in found where try runtime.shouldProcess(target: module.name, action: "Remove-Module") {
            try engine.removeModule(module, in: frame)
        }
    }
}
