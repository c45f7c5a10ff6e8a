import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Out-String: what the display would show, as text.
struct OutString: Cmdlet {
    var inputObject: Value = .nothing
    var width: Int?
    var stream: Switch = false
    var noNewline: Switch = false
    private var formatter: Formatter?
    private let text = TextBuffer()

    /// Collects the lines that the formatter writes.
    private final class TextBuffer {
        var text = ""
    }

    static let declaration = CmdletDeclaration<OutString>(
        "Out-String", synopsis: "Outputs input objects as a string.",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to format."),
            Parameter(
                "Width", \.width, validate: [.range(min: 2, max: 100_000)], default: "the display's", help: "The columns of a line."
            ),
            Parameter("Stream", \.stream, help: "Writes a string for each line."),
            Parameter("NoNewline", \.noNewline, help: "Leaves out the line ends."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("('a', 'b' | Out-String -Stream).Count", "Formats objects line by line.", output: "2"),
            Example("1, 2 | Out-String -NoNewline", "Puts what would be two lines in one.", output: "12"),
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
        if runtime.isBound("InputObject") { try formatter?.write(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try formatter?.finish()
        if !stream.isOn { try runtime.write(.string(text.text)) }
    }
}
