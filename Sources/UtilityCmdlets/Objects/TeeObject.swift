import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Tee-Object: passes objects on and stores them in a file or a variable.
struct TeeObject: Cmdlet {
    var inputObject: Value = .nothing
    var path = ""
    var literalPath = ""
    var encoding = TextEncoding.utf8NoBOM
    var append: Switch = false
    var variable = ""
    private var values: [Value] = []
    private var formatter: Formatter?
    private var file: FileWriter?

    static let declaration = CmdletDeclaration<TeeObject>(
        "Tee-Object", synopsis: "Keeps what passes through a pipeline in a file or a variable, and passes it on.",
        description: """
            Writes each object to the next command, and keeps it as well: in a variable (-Variable) as the object \
            itself, in a file (-FilePath) as the text that the display would show. A variable is set when the pipeline \
            ends; several objects become an array.
            """,
        defaultSet: "File",
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The objects to keep and pass on; usually piped in."),
            Parameter(
                \.path, named: "FilePath", aliases: ["Path"], position: 0, mandatory: true, sets: ["File"],
                completer: .paths,
                help: "The file that takes the formatted text; it is replaced unless -Append is given."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralFile"], completer: .paths,
                help: "The file, its name taken as it is, without wildcards."),
            Parameter(
                \.encoding, sets: ["File", "LiteralFile"], default: "utf8NoBOM",
                help:
                    """
                    How text becomes bytes of the file: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, \
                    utf32, a code page's name or number.
                    """
            ),
            Parameter(\.append, help: "Adds to what the file or the variable holds already."),
            Parameter(\.variable, mandatory: true, sets: ["Variable"], help: "The name of the variable, without $."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                "1..3 | Tee-Object -Variable seen | Measure-Object -Sum | ForEach-Object Sum; $seen -join ' '",
                "Keeps objects in a variable while they go on.",
                output: "6\n1 2 3"),
            Example(
                "$f = New-TemporaryFile; 'one', 'two' | Tee-Object -FilePath $f | ForEach-Object ToUpper; Get-Content $f; Remove-Item $f",
                "Keeps the text in a file.",
                output: """
                    ONE
                    TWO
                    one
                    two
                    """),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try encoding.warn(runtime)
        let path = literalPath.isEmpty ? path : literalPath
        guard !path.isEmpty else { return }
        let frame = try runtime.frame
        let engine = frame.engine
        let writer = try FileWriter(engine.fileSystem.hostPath(path), shownAs: path, append: append.isOn, encoding: encoding)
        file = writer
        formatter = FormattingService.makeFormatter(engine, width: engine.host.width, isTerminal: false) {
            try writer.write($0 + "\n")
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject) else { return }
        try formatter?.write(inputObject)
        if !variable.isEmpty { values.append(inputObject) }
        try runtime.write(inputObject)
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try formatter?.finish()
        try file?.close()
        guard !variable.isEmpty else { return }
        let scope = try runtime.frame.scope
        let before = append.isOn ? scope.value(variable)?.enumeratedOrSelf ?? [] : []
        try scope.set(variable, .collapsing(before + values))
    }
}
