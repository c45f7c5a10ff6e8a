import CmdletKit
import CmdletSupport
import LinuxSystem
import Values

/// What Compress-Archive and Expand-Archive share: the programs zip and unzip.
enum ArchiveFile {
    static let zip = ExternalTool(path: "/usr/bin/zip", package: "zip")
    static let unzip = ExternalTool(path: "/usr/bin/unzip", package: "unzip")

    /// Checks the extension of an archive's name; none at all is valid.
    /// - Throws: `ValueError` if the name has an extension other than .zip.
    static func check(_ path: String) throws {
        let name = Files.split(path).name
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return }
        let ending = String(name[dot...])
        guard ending.equalsIgnoringCase(".zip") else {
            throw ValueError(
                "\(ending) is not a supported archive file format. .zip is the only supported archive file format.",
                id: "NotSupportedArchiveFileExtension", exception: "System.IO.IOException", category: "InvalidArgument")
        }
    }

    /// The error for a run of zip or unzip that failed, with what the program wrote.
    static func failure(_ archive: String, _ result: ToolResult) -> ValueError {
        let said = result.errorText.isEmpty ? result.outputText.trimmingSpaces() : result.errorText
        return ValueError(
            "The archive '\(archive)' cannot be worked on: \(said.isEmpty ? "the program ended with \(result.exitCode)" : said)",
            id: "ArchiveFailed", exception: "System.IO.InvalidDataException", category: "InvalidData")
    }
}
