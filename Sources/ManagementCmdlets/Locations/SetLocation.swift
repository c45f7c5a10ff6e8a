import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Location: changes the engine's current location.
struct SetLocation: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var passThru: Switch = false
    private var stackName: String?

    static let declaration = CmdletDeclaration<Self>(
        "Set-Location", aliases: ["cd", "sl", "chdir"], synopsis: "Makes another location the current one.",
        description: """
            The location can be a folder or another drive, such as Env:. Without a path it goes to the home folder, \
            and - and + go back and forth among the locations that were current. Takes a path, or an object with \
            one, from the pipeline and writes nothing unless -PassThru is given. Programs that are started run in \
            the current folder.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "A folder or drive; ~ is the home folder, - the location before this one, + the next."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "The path; no character in it is a wildcard."),
            Parameter(\.passThru, help: "Writes the new location."),
            Parameter(
                \.stackName, pipeline: .byPropertyName, sets: ["Stack"],
                help: "Makes this stack the one that Push-Location and Pop-Location use."),
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [
            Example("Set-Location /usr/bin; Set-Location ..; (Get-Location).Path", "The folder above.", output: "/usr"),
            Example(
                "Set-Location /etc; Set-Location /usr; Set-Location -; (Get-Location).Path",
                "Back to where it was before.", output: "/etc"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if let stackName {
            guard engine.fileSystem.pushed(LocationStack.key(stackName)) != nil else {
                throw TerminatingError(LocationStack.notFound(stackName))
            }
            engine.fileSystem.currentStack = LocationStack.key(stackName)
            return
        }
        try Self.move(engine, literalPath ?? path ?? "~", literal: literalPath != nil)
        if passThru.isOn { try runtime.write(PathInfo.make(engine.fileSystem.location, engine)) }
    }

    /// Makes a path the current location; `-` and `+` go back and forth in the history of locations.
    /// - Throws: `ValueError` if the path does not exist, a pattern matches several containers, or the history has no further
    ///   location.
    static func move(_ engine: Engine, _ wanted: String, literal: Bool) throws {
        if !literal, wanted == "-" || wanted == "+" {
            guard try wanted == "-" ? engine.goBack() : engine.goForward() else {
                throw ValueError(
                    "There is no location history left to navigate \(wanted == "-" ? "backwards" : "forwards").",
                    id: "InvalidOperation",
                    exception: "System.InvalidOperationException")
            }
            return
        }
        var target = wanted
        if !literal, Wildcard.isPattern(wanted) {
            let found = try PathResolver(engine: engine).resolve(wanted).filter(\.isContainer)
            guard found.count < 2 else {
                throw ValueError(
                    "Cannot set the location because path '\(wanted)' resolved to multiple containers. You can only set the location to a single container at a time.",
                    id: "Argument", exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
            }
            if let only = found.first { target = only.path }
        } else if !literal {
            target = Wildcard.unescaped(wanted)
        }
        guard try engine.setLocation(target) else {
            throw PathResolver.notFound(engine.fileSystem.display(engine.fileSystem.hostPath(target)))
        }
    }
}
