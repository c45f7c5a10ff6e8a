import CmdletKit
import Interpreter
import Values

/// Remove-Module: removes modules with their commands.
struct RemoveModule: Cmdlet {
    private var name: [String] = []
    private var moduleInfo: [Value] = []
    private var fullyQualifiedName: [ModuleSpecification] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Module", aliases: ["rmo"],
        synopsis: "Takes modules, and the commands that they brought, out of the session again.",
        description: """
            The files of a module stay. A script block that the module has set as its OnRemove runs first. Read-only \
            modules, and modules that another loaded module needs, are an error unless -Force is given. Takes names \
            and modules from the pipeline and writes nothing.
            """,
        defaultSet: "name", confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byValue, sets: ["name"],
                help: "Names of modules; wildcards are allowed."),
            .fullyQualifiedName(\.fullyQualifiedName), .moduleInfo(\.moduleInfo),
            Parameter(\.force, help: "Removes read-only modules, and those that other modules need, as well."),
        ],
        examples: [
            Example(
                "$null = New-Module -Name Fruit { }; Remove-Module Fruit; @(Get-Module Fruit).Count",
                "A module by its name.", output: "0"),
            Example(
                """
                New-Module -Name Fruit { function Get-Fruit { } } | Import-Module
                Get-Module Fruit | Remove-Module
                @(Get-Command Get-Fruit -ErrorAction Ignore).Count
                """,
                "Its commands are gone with it.", output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        let loaded = engine.modules + engine.builtinModules
        var found = moduleInfo.compactMap { $0.asObject(ModuleInfo.self) }
        for pattern in name {
            let host = pattern.contains("/") || pattern.contains("\\") ? engine.fileSystem.hostPath(pattern) : nil
            found += loaded.filter { module in host.map { module.isAt($0) } ?? Wildcard(pattern).matches(module.name) }
        }
        for specification in fullyQualifiedName {
            found += loaded.filter { engine.isModule($0, specification) }
        }
        if found.isEmpty, moduleInfo.isEmpty, !name.contains(where: { Wildcard.isPattern($0) }) {
            try runtime.writeError(
                ErrorRecord(
                    "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
                    id: "Modules_NoModulesRemoved", category: "ResourceUnavailable",
                    exception: "System.InvalidOperationException"))
        }
        // A module that requires another is removed before it.
        found.sort { first, second in first.requiredModules.contains { $0 === second } }
        for module in found {
            if let reason = obstacle(module, engine) {
                try runtime.writeError(reason)
            } else if try runtime.shouldProcess(target: module.name, action: "Remove-Module") {
                try engine.removeModule(module, in: frame)
            }
        }
    }

    /// The error that keeps a module from being removed; nil if it can be.
    private func obstacle(_ module: ModuleInfo, _ engine: Engine) -> ErrorRecord? {
        func refusal(_ reason: String, _ id: String) -> ErrorRecord {
            ErrorRecord(
                "Unable to remove the module '\(module.name)' because \(reason)", id: id, category: "PermissionDenied",
                exception: "System.InvalidOperationException", target: .object(module))
        }
        if module.accessMode == .constant { return refusal("it is constant.", "Modules_ModuleIsConstant") }
        guard !force.isOn else { return nil }
        if module.accessMode == .readOnly {
            return refusal(
                "it is read-only. Add the Force parameter to your command to remove read-only modules.", "Modules_ModuleIsReadOnly")
        }
        guard let dependent = engine.dependent(on: module) else { return nil }
        return refusal(
            "it is required by '\(dependent.name)'. Remove that first, or add the Force parameter.", "Modules_ModuleIsRequired")
    }
}
