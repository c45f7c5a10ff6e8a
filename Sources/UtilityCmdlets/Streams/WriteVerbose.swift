import CmdletKit
import Values

/// Write-Verbose.
struct WriteVerbose: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteVerbose>(
        "Write-Verbose", synopsis: "Writes a text for users who want to know more.",
        description: """
            Sends the text to the verbose stream (4). It is shown with VERBOSE: before it where -Verbose is given, to \
            this command or to the function or script around it, or where $VerbosePreference says Continue; else it is \
            dropped.
            """,
        parameters: [
            .message(\.message)
        ],
        examples: [
            Example(
                "Write-Verbose 'reading the file' -Verbose",
                "Shows a text.",
                output: "VERBOSE: reading the file"),
            Example(
                "function Step { [CmdletBinding()] param() Write-Verbose 'a step' }; Step; Step -Verbose",
                "A function's -Verbose shows what it says.",
                output: "VERBOSE: a step"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeVerbose(message) }
}
