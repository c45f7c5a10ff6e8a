import CmdletKit
import Interpreter
import Values

/// Get-Location.
struct GetLocation: Cmdlet {
    private var drive: [String] = []
    private var provider: [String] = []
    private var stack: Switch = false
    private var stackName: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Location", aliases: ["gl", "pwd"], synopsis: "Gets the current location.", defaultSet: "Location",
        parameters: [
            Parameter(
                "PSProvider", \.provider, pipeline: .byPropertyName, sets: ["Location"], help: "The provider whose location it is."),
            Parameter("PSDrive", \.drive, pipeline: .byPropertyName, sets: ["Location"], help: "The drive whose location it is."),
            Parameter("Stack", \.stack, sets: ["Stack"], help: "What Push-Location noted, the latest first."),
            Parameter("StackName", \.stackName, pipeline: .byPropertyName, sets: ["Stack"], help: "The stacks to show."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [Example("Set-Location /; (Get-Location).Path", "The root.", output: "/")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if stack.isOn || !stackName.isEmpty {
            for name in stackName.isEmpty ? [""] : stackName {
                guard let pushed = engine.fileSystem.pushed(name) else {
                    try runtime.writeError(LocationStack.notFound(name))
                    continue
                }
                try runtime.writeAll(pushed.map { PathInfo.make($0, engine) })
            }
            return
        }
        for name in drive {
            guard engine.drive(name) != nil else {
                try runtime.writeError(.wrapping(Engine.driveNotFound(name)))
                continue
            }
            try runtime.write(PathInfo.make(name + ":/", engine))
        }
        if drive.isEmpty { try runtime.write(PathInfo.make(engine.fileSystem.location, engine)) }
    }
}

/// The stacks of Push-Location.
enum LocationStack {
    static func notFound(_ name: String) -> ErrorRecord {
        ErrorRecord(
            "Cannot find location stack '\(name)'. It does not exist or it is not a container.", id: "Argument",
            category: "InvalidArgument",
            exception: "System.Management.Automation.PSArgumentException", target: .string(name))
    }

    /// The name under which a stack is kept: `default` is the unnamed one.
    static func key(_ name: String?) -> String { name.map { $0.equalsIgnoringCase("default") ? "" : $0 } ?? "" }
}
