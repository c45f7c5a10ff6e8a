import CmdletKit
import Interpreter
import Values

/// Push-Location.
struct PushLocation: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var passThru: Switch = false
    private var stackName: String?

    static let declaration = CmdletDeclaration<Self>(
        "Push-Location", aliases: ["pushd"], synopsis: "Notes the current location and goes to another.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "Where to go; without it, the location is only noted."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], pipeline: .byPropertyName, sets: ["LiteralPath"],
                completer: .paths,
                help: "Where to go, taken literally."),
            Parameter("PassThru", \.passThru, help: "Writes the new location."),
            Parameter("StackName", \.stackName, pipeline: .byPropertyName, help: "The stack that takes the location."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [Example("Set-Location /; Push-Location /usr; Pop-Location; (Get-Location).Path", "There and back.", output: "/")]
    )

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let before = engine.fileSystem.location
        if let target = literalPath ?? path { try SetLocation.move(engine, target, literal: literalPath != nil) }
        engine.fileSystem.push(before, on: stackName.map { LocationStack.key($0) })
        if passThru.isOn { try runtime.write(PathInfo.make(engine.fileSystem.location, engine)) }
    }
}
