import CmdletKit
import Interpreter
import Values

/// Get-Clipboard.
struct GetClipboard: Cmdlet {
    private var raw: Switch = false
    private var delimiter: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Clipboard", aliases: ["gcb"], synopsis: "Gets the text of the clipboard.",
        parameters: [
            Parameter("Raw", \.raw, help: "As one text, and not line by line."),
            Parameter("Delimiter", \.delimiter, default: "line ends", help: "What the text is cut at."),
        ],
        outputs: ["System.String"],
        examples: [Example("Get-Clipboard", "The clipboard's lines.", runs: .never)])

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
