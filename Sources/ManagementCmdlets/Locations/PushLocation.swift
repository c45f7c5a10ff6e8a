import CmdletKit
import Interpreter
import Values

/// Push-Location: puts the current location on a stack and goes to another one.
struct PushLocation: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var passThru: Switch = false
    private var stackName: String?

    static let declaration = CmdletDeclaration<Self>(
        "Push-Location", aliases: ["pushd"], synopsis: "Notes the current location on a stack and goes to another.",
        description: """
            Pop-Location goes back. Without a path the location is noted only. Takes a path, or an object with one, \
            from the pipeline and writes nothing unless -PassThru is given. A stack with a name is made by its first \
            use.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "The folder or drive to go to."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], pipeline: .byPropertyName, sets: ["LiteralPath"],
                completer: .paths,
                help: "The path; no character in it is a wildcard."),
            Parameter(\.passThru, help: "Writes the new location."),
            Parameter(
                \.stackName, pipeline: .byPropertyName,
                help: "The stack that the location is noted on; else the current one."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [
            Example("Set-Location /; Push-Location /usr; Pop-Location; (Get-Location).Path", "There and back.", output: "/"),
            Example(
                "Set-Location /; Push-Location /usr -StackName work; (Get-Location -StackName work).Path; Set-Location /",
                "On a stack of its own.", output: "/"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let before = engine.fileSystem.location
        if let target = literalPath ?? path { try SetLocation.move(engine, target, literal: literalPath != nil) }
        engine.fileSystem.push(before, on: stackName.map { LocationStack.key($0) })
        if passThru.isOn { try runtime.write(PathInfo.make(engine.fileSystem.location, engine)) }
    }
}
