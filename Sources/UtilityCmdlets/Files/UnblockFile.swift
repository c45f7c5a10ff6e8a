import CmdletKit
import Values

/// Unblock-File: always an error on Linux, as in PowerShell, since only Windows and macOS mark downloaded files.
struct UnblockFile: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Unblock-File", synopsis: "Takes the mark of the Internet from files; Linux has no such mark, and an error says so.",
        description: """
            On Windows and macOS downloaded files carry a mark that execution policies ask for. Linux has none, so \
            scripts that call this cmdlet get a terminating error, as they do in PowerShell; leave it out where \
            $IsLinux.
            """,
        defaultSet: "ByPath", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths,
                help: "The files; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"], completer: .paths, help: "The files, their names taken as they are, without wildcards."),
        ],
        examples: [
            Example(
                "try { Unblock-File -Path /tmp/a.ps1 } catch { $_.Exception.Message }",
                "Shows what Linux makes of it.",
                output: "The cmdlet does not support Linux."),
            Example(
                "if ($IsWindows) { Unblock-File -LiteralPath a.ps1 } else { 'nothing to do' }",
                "Calls it where it is of use only.",
                output: "nothing to do"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        throw ValueError(
            "The cmdlet does not support Linux.", id: "LinuxNotSupported", exception: "System.PlatformNotSupportedException",
            category: "ObjectNotFound")
    }
}
