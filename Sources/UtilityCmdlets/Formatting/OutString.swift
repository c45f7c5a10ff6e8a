import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Out-String: writes what the display would show as strings.
struct OutString: Cmdlet {
    var inputObject: Value = .nothing
    var width: Int?
    var stream: Switch = false
    var noNewline: Switch = false
    private var formatter: Formatter?
    private let text = TextBuffer()

    /// Collects the lines of the formatter. A class, because the formatter's closure and the cmdlet both hold it.
    private final class TextBuffer {
        var text = ""
    }

    static let declaration = CmdletDeclaration<OutString>(
        "Out-String", synopsis: "Gives what the display would show as text.",
        description: """
            Formats objects as the display does, in lines of its width, and writes one text with all lines when the \
            input has ended; with -Stream a text for each line, so that Select-String and its kin can search what is \
            shown.
            """,
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The objects to format; usually piped in."),
            Parameter(
                \.width, validate: [.range(min: 2, max: 100_000)], default: "the display's",
                help: "The columns of a line, from 2; the display's without it. Longer lines of tables are cut."
            ),
            Parameter(\.stream, help: "Writes a text for each line instead of one for all."),
            Parameter(\.noNewline, help: "Leaves out the line ends: all text stands in one line."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Out-String -Stream | Select-String -SimpleMatch fig -Raw",
                "Finds a line of a table as it is shown.",
                output: "fig     50"),
            Example("1, 2 | Out-String -NoNewline", "Joins what would be two lines.", output: "12"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        let engine = frame.engine
        let buffer = text
        let isStream = stream.isOn
        let end = noNewline.isOn ? "" : "\n"
        formatter = FormattingService.makeFormatter(engine, width: width ?? engine.host.width, isTerminal: false) {
            line in
            if isStream { try runtime.write(.string(line)) } else { buffer.text += line + end }
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try formatter?.write(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try formatter?.finish()
        if !stream.isOn { try runtime.write(.string(text.text)) }
    }
}
