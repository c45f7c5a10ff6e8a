import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Tee-Object: keeps what passes, in a file or a variable.
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
        "Tee-Object", synopsis: "Saves command output in a file or variable and also sends it down the pipeline.",
        defaultSet: "File",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to keep and pass on."),
            Parameter(
                "FilePath", \.path, aliases: ["Path"], position: 0, mandatory: true, sets: ["File"],
                completer: .paths,
                help: "The file that takes the formatted text."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralFile"], completer: .paths,
                help: "The file, its name taken literally."),
            Parameter(
                "Encoding", \.encoding, sets: ["File", "LiteralFile"], default: "utf8NoBOM", help: "How text becomes bytes."),
            Parameter("Append", \.append, help: "Adds to the file, or to the variable."),
            Parameter("Variable", \.variable, mandatory: true, sets: ["Variable"], help: "The name of the variable."),
        ],
        examples: [Example("1, 2 | Tee-Object -Variable x | Out-Null; $x.Count", "Keeps two objects in a variable.", output: "2")])

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
        guard runtime.isBound("InputObject") else { return }
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
