import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Export-Clixml: writes objects to a file with `ClixmlWriter`.
struct ExportClixml: Cmdlet {
    private var depth = 2
    private var path: String?
    private var literalPath: String?
    private var inputObject: Value = .nothing
    private var force: Switch = false
    private var noClobber: Switch = false
    private var encoding: TextEncoding?
    private var objects: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Export-Clixml", synopsis: "Writes objects to a file, from which Import-Clixml makes them again.",
        description: """
            Writes CLIXML, the form in which PowerShell keeps objects: numbers, texts, dates, lists and hashtables \
            come back as what they were, other objects as copies of their properties, whose type names begin with \
            Deserialized. A file that exists is replaced unless -NoClobber is given. Nothing is written to the \
            pipeline.
            """, defaultSet: "ByPath",
        confirms: true,
        parameters: [
            Parameter(
                \.depth, validate: [.range(min: 1, max: 2_147_483_647)], default: "2",
                help: "How many levels of objects within objects are written, from 1; deeper ones are their text."),
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths,
                help: "The file to write; its folder must exist."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["ByLiteralPath"],
                completer: .paths,
                help: "The file to write, its name taken as it is, without wildcards."),
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue, validate: [.allowNull],
                help: "The objects to write; usually piped in."),
            Parameter(\.force, help: "Writes a file that is read-only."),
            Parameter(
                \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists, instead of replacing it."),
            Parameter(
                \.encoding, default: "utf8NoBOM",
                help:
                    """
                    How text becomes bytes of the file: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, \
                    utf32, a code page's name or number.
                    """
            ),
        ],
        examples: [
            Example(
                "$f = New-TemporaryFile; @{ Name = 'fig'; Grams = 50 } | Export-Clixml $f; (Import-Clixml $f).Grams + 1; Remove-Item $f",
                "Keeps a hashtable and reads it again.",
                output: "51"),
            Example(
                "$f = New-TemporaryFile; [datetime]'2016-03-01' | Export-Clixml $f; (Import-Clixml $f).Year; Remove-Item $f",
                "Keeps a date with its type.",
                output: "2016"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try encoding?.warn(runtime) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { objects.append(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let written = literalPath ?? path ?? ""
        let target = try OutputPath.file(written, literal: literalPath != nil, engine)
        guard try runtime.shouldProcess(target: written, action: "Export-Clixml") else { return }
        let frame = try runtime.frame
        var writer = ClixmlWriter { value in
            try runtime.checkStop()
            return try frame.engine.propertyNames(of: value).map {
                PropertyValue(name: $0, value: try ObjectProperty.read(value, $0, frame) ?? .null)
            }
        }
        let text = try writer.document(objects, depth: min(depth, 100))
        let file = try FileWriter(
            target, shownAs: engine.fileSystem.display(target), noClobber: noClobber.isOn, force: force.isOn,
            encoding: encoding ?? .utf8NoBOM)
        try file.write(text)
        try file.close()
    }
}
