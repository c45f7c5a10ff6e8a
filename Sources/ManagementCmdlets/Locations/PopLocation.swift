import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Pop-Location: goes back to the location on top of a stack.
struct PopLocation: Cmdlet {
    private var passThru: Switch = false
    private var stackName: String?

    static let declaration = CmdletDeclaration<Self>(
        "Pop-Location", aliases: ["popd"], synopsis: "Goes back to the location that Push-Location noted last.",
        description: """
            Takes the latest location from the stack and makes it the current one. An empty stack is no error: the \
            location stays. Writes nothing unless -PassThru is given.
            """,
        parameters: [
            Parameter(\.passThru, help: "Writes the new location."),
            Parameter(
                \.stackName, pipeline: .byPropertyName,
                help: "The stack that the location is taken from; else the current one."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [
            Example(
                "Set-Location /; Push-Location /usr; Push-Location /etc; (Pop-Location -PassThru).Path",
                "One step back.", output: "/usr"),
            Example(
                "Set-Location /; Push-Location /usr -StackName work; Pop-Location -StackName work; (Get-Location).Path",
                "From a stack with a name.", output: "/"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if let stackName, engine.fileSystem.pushed(LocationStack.key(stackName)) == nil {
            throw TerminatingError(LocationStack.notFound(stackName))
        }
        guard let target = engine.fileSystem.pop(stackName.map { LocationStack.key($0) }) else { return }
        guard try engine.setLocation(target) else { throw PathResolver.notFound(target) }
        if passThru.isOn { try runtime.write(PathInfo.make(engine.fileSystem.location, engine)) }
    }
}
