import FoundationEssentials
import Glibc
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

    /// Sets `$env:PSModulePath`. To be called before anything reads the environment.
    /// - Parameter present: the folders in which modules are already searched.
    func apply(_ present: [String]) {
        guard let modulePath else { return }
        let added = modulePath.split(separator: ":").map(String.init)
        setenv("PSModulePath", (added.filter { !present.contains($0) } + present).joined(separator: ":"), 1)
    }
}
