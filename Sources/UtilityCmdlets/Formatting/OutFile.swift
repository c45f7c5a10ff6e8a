import CmdletKit
import CmdletSupport
import Formatting
import Glibc
import Interpreter
import Values

/// Out-File: what the display would show, in a file.
struct OutFile: Cmdlet {
    var path = ""
    var inputObject: Value = .nothing
    var append: Switch = false
    var noClobber: Switch = false
    var force: Switch = false
    var noNewline: Switch = false
    var width: Int?
    var encoding = TextEncoding.utf8NoBOM
    private var formatter: Formatter?
    private var file: FileWriter?

    static let declaration = CmdletDeclaration<OutFile>(
        "Out-File", synopsis: "Sends output to a file.", confirms: true,
        parameters: [
            Parameter(
                "FilePath", \.path, aliases: ["Path", "LiteralPath", "PSPath"], position: 0, mandatory: true,
                pipeline: .byPropertyName,
                completer: .paths, help: "The file."),
            Parameter("Encoding", \.encoding, position: 1, default: "utf8NoBOM", help: "How text becomes bytes."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to format."),
            Parameter("Append", \.append, help: "Adds to the file's end."),
            Parameter("NoClobber", \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists."),
            Parameter("Force", \.force, help: "Writes read-only files too."),
            Parameter("NoNewline", \.noNewline, help: "Leaves out the line ends."),
            Parameter(
                "Width", \.width, validate: [.range(min: 2, max: 100_000)], default: "the display's", help: "The columns of a line."
            ),
        ],
        examples: [
            Example(
                "$f = \"/tmp/out-file-$PID\"; 'text' | Out-File $f; Get-Content $f; Remove-Item $f",
                "Writes a text and reads it again.",
                output: "text")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try encoding.warn(runtime)
        guard try runtime.shouldProcess(target: path, action: "Output to File") else { return }
        let frame = try runtime.frame
        let engine = frame.engine
        let writer = try FileWriter(
            engine.fileSystem.hostPath(path), shownAs: path, append: append.isOn, noClobber: noClobber.isOn, force: force.isOn,
            encoding: encoding)
        let end = noNewline.isOn ? "" : "\n"
        file = writer
        formatter = FormattingService.makeFormatter(engine, width: width ?? engine.host.width, isTerminal: false) {
            try writer.write($0 + end)
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try formatter?.write(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try formatter?.finish()
        try file?.close()
    }
}
