import CmdletKit
import Interpreter
import Values

/// Get-Clipboard: reads the desktop's clipboard.
struct GetClipboard: Cmdlet {
    private var raw: Switch = false
    private var delimiter: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Clipboard", aliases: ["gcb"], synopsis: "Gets the text of the desktop's clipboard.",
        description: """
            Writes the text line by line, or as one text with -Raw. Reads the clipboard through wl-paste (package \
            wl-clipboard) on Wayland and through xclip on X11. A machine without a desktop, or a session without \
            WAYLAND_DISPLAY and DISPLAY, has no clipboard, which is an error.
            """,
        parameters: [
            Parameter(\.raw, help: "Writes the whole text as one string, line ends included."),
            Parameter(
                \.delimiter, default: "line ends", help: "Texts that the clipboard is cut at, in place of line ends."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("Get-Clipboard", "The lines of the clipboard.", runs: .never),
            Example("Get-Clipboard -Raw | Set-Content notes.txt", "The whole text, to a file.", runs: .never),
            Example("Get-Clipboard -Delimiter ';'", "The parts between semicolons.", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let environment = try runtime.service(Engine.self).environment
        let text = try runtime.blocking { try SystemClipboard(environment: environment).read() }
        guard !raw.isOn else {
            try runtime.write(.string(text))
            return
        }
        var parts = [text[...]]
        for end in delimiter.isEmpty ? ["\r\n", "\n"] : delimiter where !end.isEmpty {
            parts = parts.flatMap { $0.split(separator: end, omittingEmptySubsequences: false) }
        }
        for part in parts where try runtime.write(.string(String(part))) == .enough { return }
    }
}
