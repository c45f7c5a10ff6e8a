import CmdletKit
import Engine
import LinuxSystem
import Values

/// New-ModuleManifest.
struct NewModuleManifest: Cmdlet {
    private var path = ""
    private var rootModule = ""
    private var moduleVersion = "0.0.1"
    private var guid: String?
    private var author = ""
    private var companyName = "Unknown"
    private var copyright: String?
    private var description = ""
    private var powerShellVersion = ""
    private var nestedModules: [Value] = []
    private var requiredModules: [Value] = []
    private var scriptsToProcess: [String] = []
    private var functions: [String] = ["*"]
    private var cmdlets: [String] = ["*"]
    private var variables: [String] = ["*"]
    private var aliases: [String] = ["*"]
    private var tags: [String] = []
    private var prefix = ""
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-ModuleManifest", synopsis: "Writes a module manifest.", confirms: true,
        parameters: [
            Parameter("Path", \.path, position: 0, mandatory: true, completer: .paths, help: "The .psd1 file."),
            Parameter("RootModule", \.rootModule, aliases: ["ModuleToProcess"], help: "The file that is the module."),
            Parameter("ModuleVersion", \.moduleVersion, help: "The version."), Parameter("Guid", \.guid, help: "The id."),
            Parameter("Author", \.author, help: "Who wrote it."), Parameter("CompanyName", \.companyName, help: "For whom."),
            Parameter("Copyright", \.copyright, help: "The copyright line."),
            Parameter("Description", \.description, help: "What it is for."),
            Parameter("PowerShellVersion", \.powerShellVersion, help: "The oldest shell that will do."),
            Parameter("NestedModules", \.nestedModules, help: "Modules that it is made of."),
            Parameter("RequiredModules", \.requiredModules, help: "Modules that it needs."),
            Parameter("ScriptsToProcess", \.scriptsToProcess, help: "Scripts that run in the caller's scope."),
            Parameter("FunctionsToExport", \.functions, help: "Functions, with wildcards."),
            Parameter("CmdletsToExport", \.cmdlets, help: "Cmdlets, with wildcards."),
            Parameter("VariablesToExport", \.variables, help: "Variables, with wildcards."),
            Parameter("AliasesToExport", \.aliases, help: "Aliases, with wildcards."),
            Parameter("Tags", \.tags, help: "Words to find it by."),
            Parameter("DefaultCommandPrefix", \.prefix, help: "Put before the noun of each command."),
            Parameter("PassThru", \.passThru, help: "Writes the manifest's text."),
        ],
        outputs: ["System.String"],
        examples: [Example("New-ModuleManifest ./Mine.psd1 -RootModule Mine.psm1", "A manifest.", runs: .never)])

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
    private func list(_ texts: [String]) -> String {
        texts.count == 1 ? quoted(texts[0]) : "@(" + texts.map { quoted($0) }.joined(separator: ", ") + ")"
    }

    private func specification(_ value: Value) -> String {
        guard let table = value.asObject(HashtableObject.self) else { return quoted(value.displayText) }
        return "@{" + table.pairs.map { "\($0.key.displayText) = \(quoted($0.value.displayText))" }.joined(separator: "; ") + "}"
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard path.lowercased().hasSuffix(".psd1") else {
            throw ValueError(
                "The module manifest file name '\(path)' is not valid. A module manifest file must have a file name with the extension 'psd1'.",
                id: "Modules_InvalidModuleManifestPath", exception: "System.InvalidOperationException", category: "InvalidArgument")
        }
        let year = DateTime.now().date.year
        var lines = ["@{"]
        func add(_ key: String, _ value: String, when condition: Bool = true) { if condition { lines.append("\(key) = \(value)") } }
        add("RootModule", quoted(rootModule), when: !rootModule.isEmpty)
        add("ModuleVersion", quoted(moduleVersion))
        add("GUID", quoted(guid ?? GuidType.randomText))
        add("Author", quoted(author.isEmpty ? Environment.value("USER") ?? "root" : author))
        add("CompanyName", quoted(companyName))
        add("Copyright", quoted(copyright ?? "(c) \(year) \(author). All rights reserved."))
        add("Description", quoted(description), when: !description.isEmpty)
        add("PowerShellVersion", quoted(powerShellVersion), when: !powerShellVersion.isEmpty)
        add(
            "RequiredModules", "@(" + requiredModules.map { specification($0) }.joined(separator: ", ") + ")",
            when: !requiredModules.isEmpty)
        add("ScriptsToProcess", list(scriptsToProcess), when: !scriptsToProcess.isEmpty)
        add(
            "NestedModules", "@(" + nestedModules.map { specification($0) }.joined(separator: ", ") + ")",
            when: !nestedModules.isEmpty)
        add("FunctionsToExport", list(functions))
        add("CmdletsToExport", list(cmdlets))
        add("VariablesToExport", list(variables))
        add("AliasesToExport", list(aliases))
        add("DefaultCommandPrefix", quoted(prefix), when: !prefix.isEmpty)
        lines.append("PrivateData = @{ PSData = @{ \(tags.isEmpty ? "" : "Tags = " + list(tags)) } }")
        lines.append("}")
        let text = lines.joined(separator: "\n") + "\n"
        guard try runtime.shouldProcess(target: path, action: "Creating the \"\(path)\" module manifest file.") else { return }
        do { try Files.write(Array(text.utf8), to: engine.fileSystem.hostPath(path), mode: 0o666) } catch {
            throw ValueError(
                "The manifest '\(path)' cannot be written: \(error.description)", id: "NewModuleManifestIOError",
                exception: "System.IO.IOException", category: "WriteError")
        }
        if passThru.isOn { try runtime.write(.string(text)) }
    }
}
