import CmdletKit
import Interpreter
import Values

/// Get-Location: writes the current location, that of a drive, or a location stack.
struct GetLocation: Cmdlet {
    private var drive: [String] = []
    private var provider: [String] = []
    private var stack: Switch = false
    private var stackName: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Location", aliases: ["gl", "pwd"], synopsis: "Gets the current location of the session.",
        description: """
            Relative paths start at the current location, and programs run in it. Writes a \
            System.Management.Automation.PathInfo, whose Path is the text. -Stack shows the locations that \
            Push-Location noted. Takes names of drives, providers and stacks by property name from the pipeline.
            """,
        defaultSet: "Location",
        parameters: [
            Parameter(
                \.provider, named: "PSProvider", pipeline: .byPropertyName, sets: ["Location"],
                help: "The provider whose location is wanted."),
            Parameter(
                \.drive, named: "PSDrive", pipeline: .byPropertyName, sets: ["Location"],
                help: "The drive whose location is wanted."),
            Parameter(\.stack, sets: ["Stack"], help: "Writes the locations of the current stack, the latest first."),
            Parameter(\.stackName, pipeline: .byPropertyName, sets: ["Stack"], help: "Names of the stacks to show."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [
            Example("Set-Location /usr; (Get-Location).Path", "The current folder.", output: "/usr"),
            Example(
                "Set-Location /; Push-Location /usr; Push-Location /etc; (Get-Location -Stack).Path; Set-Location /",
                "Where Pop-Location would go back to.", output: "/usr\n/"),
        ])

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

/// The location stacks of Push-Location and Pop-Location.
enum LocationStack {
    /// The error for a stack that does not exist.
    static func notFound(_ name: String) -> ErrorRecord {
        ErrorRecord(
            "Cannot find location stack '\(name)'. It does not exist or it is not a container.", id: "Argument",
            category: "InvalidArgument",
            exception: "System.Management.Automation.PSArgumentException", target: .string(name))
    }

    /// The key of a stack in the file system's table: the empty text for the default one.
    static func key(_ name: String?) -> String { name.map { $0.equalsIgnoringCase("default") ? "" : $0 } ?? "" }
}
