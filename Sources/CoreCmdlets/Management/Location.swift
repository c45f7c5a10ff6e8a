import CmdletKit
import Engine
import Values

/// Get-Location.
struct GetLocation: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-Location", aliases: ["gl", "pwd"], synopsis: "Gets the current folder.",
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [Example("Set-Location /; (Get-Location).Path", "The root.", output: "/")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.write(PathInfo.make(try runtime.service(Engine.self).fileSystem.location))
    }
}

/// Set-Location.
struct SetLocation: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Location", aliases: ["cd", "sl", "chdir"], synopsis: "Makes another folder the current one.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "The folder; the home folder where none is given; - for the one before."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "The folder, taken literally."),
            Parameter("PassThru", \.passThru, help: "Writes the new location."),
        ],
        examples: [Example("Set-Location /usr; (Get-Location).Path", "Another folder.", output: "/usr")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let wanted = literalPath ?? path ?? "~"
        try Self.move(engine, wanted)
        if passThru.isOn { try runtime.write(PathInfo.make(engine.fileSystem.location)) }
    }

    static func move(_ engine: Engine, _ wanted: String) throws {
        if wanted == "-" {
            guard engine.goBack() else {
                throw ValueError(
                    "There is no location history left to navigate backwards.", id: "InvalidOperation",
                    exception: "System.InvalidOperationException")
            }
            return
        }
        guard engine.setLocation(wanted) else {
            throw ValueError(
                "Cannot find path '\(engine.fileSystem.display(engine.fileSystem.hostPath(wanted)))' because it does not exist.",
                id: "PathNotFound",
                exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
        }
    }
}

/// Push-Location.
struct PushLocation: Cmdlet {
    private var path: String?

    static let declaration = CmdletDeclaration<Self>(
        "Push-Location", aliases: ["pushd"], synopsis: "Notes the current folder and goes to another.",
        parameters: [
            Parameter("Path", \.path, position: 0, pipeline: [.byValue, .byPropertyName], completer: .paths, help: "Where to go.")
        ],
        examples: [Example("Set-Location /; Push-Location /usr; Pop-Location; (Get-Location).Path", "There and back.", output: "/")]
    )

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        engine.fileSystem.push()
        if let path { try SetLocation.move(engine, path) }
    }
}

/// Pop-Location.
struct PopLocation: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Pop-Location", aliases: ["popd"], synopsis: "Goes back to the folder that Push-Location noted last.",
        examples: [Example("Pop-Location; (Get-Location).Path.Length -gt 0", "Nothing was noted: stays.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if engine.fileSystem.pop() { engine.noteLocation() }
    }
}
