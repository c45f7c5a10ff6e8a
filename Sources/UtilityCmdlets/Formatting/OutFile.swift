import CmdletKit
import CmdletSupport
import Formatting
import Glibc
import Interpreter
import Values

/// Out-File: writes what the display would show to a file.
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
        "Out-File", synopsis: "Writes what the display would show to a file.",
        description: """
            Formats objects as the display does, in lines of its width, and writes the lines. Texts are written as \
            they are; for them Set-Content does the same. For data that is read again, Export-Csv, ConvertTo-Json or \
            Export-Clixml keep what the display would cut. A file that exists is replaced unless -Append or -NoClobber \
            is given. Nothing is written to the pipeline.
            """, confirms: true,
        parameters: [
            Parameter(
                \.path, named: "FilePath", aliases: ["Path", "LiteralPath", "PSPath"], position: 0, mandatory: true,
                pipeline: .byPropertyName,
                completer: .paths, help: "The file to write; its folder must exist."),
            Parameter(
                \.encoding, position: 1, default: "utf8NoBOM",
                help:
                    """
                    How text becomes bytes of the file: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, \
                    utf32, a code page's name or number.
                    """
            ),
            Parameter(\.inputObject, pipeline: .byValue, help: "The objects to format; usually piped in."),
            Parameter(\.append, help: "Adds to the file's end."),
            Parameter(
                \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists, instead of replacing it."),
            Parameter(\.force, help: "Writes a file that is read-only."),
            Parameter(\.noNewline, help: "Leaves out the line ends: all text stands in one line."),
            Parameter(
                \.width, validate: [.range(min: 2, max: 100_000)], default: "the display's",
                help: "The columns of a line, from 2; the display's without it. Longer lines of tables are cut."
            ),
        ],
        examples: [
            Example(
                "$f = New-TemporaryFile; 'one', 'two' | Out-File $f; Get-Content $f; Remove-Item $f",
                "Writes texts and reads them again.",
                output: "one\ntwo"),
            Example(
                "$f = New-TemporaryFile; [pscustomobject]@{ Name = 'fig'; Grams = 50 } | Out-File $f; (Get-Content $f)[1]; Remove-Item $f",
                "Keeps a table as it is shown.",
                output: "Name Grams"),
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
        if runtime.isBound(\Self.inputObject) { try formatter?.write(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try formatter?.finish()
        try file?.close()
    }
}
