import FoundationEssentials
import Interpreter
import LinuxSystem

/// The file that `-SettingsFile` names: a powershell.config.json (about_PowerShell_Config). Of its settings only PSModulePath has a
/// meaning here; its folders are put before those in which modules are already searched.
struct SettingsFile: Decodable {
    private let modulePath: String?

    private enum CodingKeys: String, CodingKey {
        case modulePath = "PSModulePath"
    }

    /// Reads a settings file.
    /// - Throws: `UsageError` if the file cannot be read or is no JSON object of that kind.
    static func read(_ path: String) throws(CommandLineOptions.UsageError) -> SettingsFile {
        do {
            return try JSONDecoder().decode(SettingsFile.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandLineOptions.UsageError(
                description: "The settings file '\(path)' cannot be used: "
                    + "a file with a JSON object such as {\"PSModulePath\": \"/opt/modules\"} was expected.")
        }
    }

    /// Puts the file's module folders before those of `$env:PSModulePath`.
    func apply(to environment: EnvironmentVariables) {
        guard let modulePath else { return }
        let present = Engine.moduleFolders(environment)
        let added = modulePath.split(separator: ":").map(String.init)
        environment["PSModulePath"] = (added.filter { !present.contains($0) } + present).joined(separator: ":")
    }
}
