import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Export-Clixml.
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
        "Export-Clixml", synopsis: "Writes objects to a file, from which Import-Clixml makes them again.", defaultSet: "ByPath",
        confirms: true,
        parameters: [
            Parameter(
                "Depth", \.depth, validate: [.range(min: 1, max: 2_147_483_647)], default: "2",
                help: "How many levels of properties."),
            Parameter("Path", \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths, help: "The file."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["ByLiteralPath"],
                completer: .paths,
                help: "The file, taken literally."),
            Parameter(
                "InputObject", \.inputObject, mandatory: true, pipeline: .byValue, validate: [.allowNull], help: "The objects."),
            Parameter("Force", \.force, help: "Writes read-only files too."),
            Parameter("NoClobber", \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists."),
            Parameter("Encoding", \.encoding, default: "utf8NoBOM", help: "How text becomes bytes."),
        ],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-clixml-$PID\"; @{ A = 1 } | Export-Clixml $f; (Import-Clixml $f).A; Remove-Item $f",
                "There and back.", output: "1")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try encoding?.warn(runtime) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { objects.append(inputObject) }
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
