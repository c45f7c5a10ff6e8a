import CmdletKit
import Values

/// Unblock-File: the mark of files from the Internet is one of Windows and macOS.
struct UnblockFile: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Unblock-File", synopsis: "Takes the mark of the Internet from files on Windows; on Linux it is an error.",
        defaultSet: "ByPath", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths, help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"], completer: .paths, help: "Files, taken literally."),
        ],
        examples: [
            Example(
                "try { Unblock-File /tmp/a.ps1 } catch { $_.Exception.Message }", "What Linux makes of it.",
                output: "The cmdlet does not support Linux.")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        throw ValueError(
            "The cmdlet does not support Linux.", id: "LinuxNotSupported", exception: "System.PlatformNotSupportedException",
            category: "ObjectNotFound")
    }
}
