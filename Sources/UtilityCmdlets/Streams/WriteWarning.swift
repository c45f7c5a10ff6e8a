import CmdletKit
import Values

/// Write-Warning.
struct WriteWarning: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteWarning>(
        "Write-Warning", synopsis: "Writes a warning for the user.",
        description: """
            Sends the text to the warning stream (3). It is shown with WARNING: before it, unless $WarningPreference \
            or -WarningAction hides it or makes it stop the script. The pipeline gets nothing; -WarningVariable keeps \
            it.
            """,
        parameters: [
            .message(\.message, "The text of the warning")
        ],
        examples: [
            Example(
                "Write-Warning 'the disk is nearly full'",
                "Shows a warning.",
                output: "WARNING: the disk is nearly full"),
            Example(
                "Write-Warning 'nearly full' -WarningVariable seen -WarningAction SilentlyContinue; $seen.Message",
                "Keeps a warning instead of showing it.",
                output: "nearly full"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeWarning(message) }
}
