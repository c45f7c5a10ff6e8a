import CmdletKit
import Interpreter
import Values

/// Get-History.
struct GetHistory: Cmdlet {
    private var id: [Int64] = []
    private var count: Int = 0

    static let declaration = CmdletDeclaration<Self>(
        "Get-History", aliases: ["h", "history", "ghy"], synopsis: "Gets the lines that were entered in this session.",
        parameters: [
            Parameter("Id", \.id, position: 0, pipeline: .byValue, help: "Their numbers."),
            Parameter("Count", \.count, position: 1, validate: [.range(min: 0, max: 32767)], help: "At most so many, the newest."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"],
        examples: [Example("@(Get-History).Count -ge 0", "How many there are.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let history = try runtime.service(Engine.self).history
        let chosen = id.isEmpty ? history : history.filter { id.contains(Int64($0.id)) }
        for entry in runtime.isBound("Count") ? Array(chosen.suffix(count)) : chosen { try runtime.write(Self.object(entry)) }
    }

    static func object(_ entry: HistoryEntry) -> Value {
        .object(
            CustomObject(
                [
                    ("Id", .long(Int64(entry.id))), ("CommandLine", .string(entry.commandLine)),
                    ("ExecutionStatus", .string(entry.succeeded ? "Completed" : "Failed")),
                    ("StartExecutionTime", entry.start.boxed),
                    ("EndExecutionTime", entry.end.boxed), ("Duration", TimeSpan(ticks: entry.end.ticks - entry.start.ticks).boxed),
                ], typeNames: ["Microsoft.PowerShell.Commands.HistoryInfo", "System.Object"]))
    }
}

/// Clear-History.
struct ClearHistory: Cmdlet {
    private var id: [Int64] = []
    private var commandLine: [String] = []
    private var count = 0
    private var newest: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-History", aliases: ["clhy"], synopsis: "Forgets the lines that were entered in this session.",
        defaultSet: "IDParameter", confirms: true,
        parameters: [
            Parameter("Id", \.id, position: 0, sets: ["IDParameter"], help: "Only those with these numbers."),
            Parameter(
                "CommandLine", \.commandLine, sets: ["CommandLineParameter"], help: "Only those that match one of these patterns."),
            Parameter(
                "Count", \.count, position: 1, validate: [.range(min: 1, max: 2_147_483_647)], help: "At most so many, the oldest."),
            Parameter("Newest", \.newest, help: "The newest of them instead."),
        ],
        examples: [Example("Clear-History; @(Get-History).Count", "Nothing left.", output: "0")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let patterns = commandLine.map { Wildcard($0) }
        var chosen = engine.history.map(\.id).filter { id.isEmpty || id.contains(Int64($0)) }
        if !patterns.isEmpty {
            chosen = engine.history.filter { entry in patterns.contains { $0.matches(entry.commandLine) } }.map(\.id)
        }
        if runtime.isBound("Count") { chosen = Array(newest.isOn ? chosen.suffix(count) : chosen.prefix(count)) }
        guard try runtime.shouldProcess(target: "\(chosen.count) entries", action: "Clear-History") else { return }
        let forgotten = Set(chosen)
        engine.history.removeAll { forgotten.contains($0.id) }
    }
}

/// Clear-Host.
struct ClearHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Clear-Host", aliases: ["cls"], synopsis: "Clears the screen; does nothing where there is none.",
        examples: [Example("Clear-Host", "An empty screen.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.service(Engine.self).host
        guard host.usesColour else { return }
        host.flush()
        host.writeText("\u{1B}[H\u{1B}[2J\u{1B}[3J", newline: false, foreground: nil, background: nil)
    }
}
