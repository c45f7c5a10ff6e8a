import CmdletKit
import Engine
import LinuxSystem
import Values

/// Copy-Item and Move-Item over cp(1) and mv(1): the system's tools know every kind of file.
private struct Transfer {
    static func run(
        _ tool: String, _ options: [String], _ paths: [String], literal: Bool, to destination: String, _ action: String,
        _ runtime: any CmdletRuntime
    ) throws {
        let view = try runtime.service(Engine.self).fileSystem
        let target = view.hostPath(destination)
        guard let program = findTool(tool) else {
            throw ValueError(
                "\(runtime.commandName) needs the program '\(tool)' (package coreutils), which was not found.", id: "ToolNotFound",
                category: "ObjectNotFound")
        }
        for path in paths {
            do {
                for host in try PathResolver.resolve(path, literal: literal, view) {
                    guard
                        try runtime.shouldProcess(
                            target: "Item: \(view.display(host)) Destination: \(view.display(target))", action: action)
                    else { continue }
                    let result = try runTool(program, options + ["--", host, target])
                    if result.exitCode != 0 {
                        throw ValueError(
                            "Cannot write '\(view.display(target))': \(result.errorText.trimmingSpaces())", id: "CopyError",
                            exception: "System.IO.IOException", category: "WriteError")
                    }
                }
            } catch {
                if error is TerminatingError { throw error }
                try runtime.writeError(.wrapping(error))
            }
        }
    }
}

/// Copy-Item.
struct CopyItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var destination = "."
    private var recurse: Switch = false
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Copy-Item", aliases: ["cpi", "copy"], synopsis: "Copies files and folders.", defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "What to copy, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "What to copy, taken literally."),
            Parameter("Destination", \.destination, position: 1, completer: .paths, help: "Where to."),
            Parameter("Recurse", \.recurse, help: "Folders with all that is in them."),
            Parameter("Force", \.force, help: "Replaces read-only files."),
        ],
        examples: [
            Example(
                "Set-Content /tmp/bulkhead-a.txt x; Copy-Item /tmp/bulkhead-a.txt /tmp/bulkhead-b.txt; Get-Content /tmp/bulkhead-b.txt; Remove-Item /tmp/bulkhead-?.txt",
                "A copy.", output: "x")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let literal = runtime.isBound("LiteralPath")
        try Transfer.run(
            "cp", (recurse.isOn ? ["-R"] : []) + (force.isOn ? ["-f"] : []), literal ? literalPath : path, literal: literal,
            to: destination, "Copy File",
            runtime)
    }
}

/// Move-Item.
struct MoveItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var destination = "."
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Move-Item", aliases: ["mi", "move"], synopsis: "Moves files and folders.", defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "What to move, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "What to move, taken literally."),
            Parameter("Destination", \.destination, position: 1, completer: .paths, help: "Where to."),
            Parameter("Force", \.force, help: "Replaces what is there."),
        ],
        examples: [
            Example(
                "Set-Content /tmp/bulkhead-a.txt x; Move-Item /tmp/bulkhead-a.txt /tmp/bulkhead-b.txt; Test-Path /tmp/bulkhead-a.txt; Remove-Item /tmp/bulkhead-b.txt",
                "Moved away.", output: "False")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let literal = runtime.isBound("LiteralPath")
        try Transfer.run(
            "mv", [force.isOn ? "-f" : "-n"], literal ? literalPath : path, literal: literal, to: destination, "Move File", runtime)
    }
}
