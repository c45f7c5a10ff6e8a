import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Pop-Location.
struct PopLocation: Cmdlet {
    private var passThru: Switch = false
    private var stackName: String?

    static let declaration = CmdletDeclaration<Self>(
        "Pop-Location", aliases: ["popd"], synopsis: "Goes back to the location that Push-Location noted last.",
        parameters: [
            Parameter("PassThru", \.passThru, help: "Writes the new location."),
            Parameter("StackName", \.stackName, pipeline: .byPropertyName, help: "The stack to take it from."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [Example("Pop-Location; (Get-Location).Path.Length -gt 0", "Nothing was noted: stays.", output: "True")])

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
