import FoundationEssentials
import Interpreter
import LinuxSystem

/// What `-SettingsFile` names: a powershell.config.json (about_PowerShell_Config). Its PSModulePath goes before the folders that modules are
/// looked for in already; its other settings have nothing here to set.
struct SettingsFile: Decodable {
    private let modulePath: String?

    private enum CodingKeys: String, CodingKey {
        case modulePath = "PSModulePath"
    }

    /// - Throws: where the file cannot be read or is no JSON object.
    static func read(_ path: String) throws(CommandLineOptions.UsageError) -> SettingsFile {
        do {
            return try JSONDecoder().decode(SettingsFile.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandLineOptions.UsageError(
                description: "The settings file '\(path)' cannot be used: "
                    + "a file with a JSON object such as {\"PSModulePath\": \"/opt/modules\"} was expected.")
        }
    }

    /// Puts the file's module folders before those that are looked in now.
    func apply(to environment: EnvironmentVariables) {
        guard let modulePath else { return }
        let present = Engine.moduleFolders(environment)
        let added = modulePath.split(separator: ":").map(String.init)
        environment["PSModulePath"] = (added.filter { !present.contains($0) } + present).joined(separator: ":")
    }
}
