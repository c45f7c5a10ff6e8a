import CmdletKit
import Interpreter
import Values

/// Get-History: writes entries of the engine's history.
struct GetHistory: Cmdlet {
    private var id: [Int64] = []
    private var count: Int = 0

    static let declaration = CmdletDeclaration<Self>(
        "Get-History", aliases: ["h", "history", "ghy"], synopsis: "Gets the lines that were entered in this session.",
        description: """
            Each entry has the line, its number, whether it succeeded and how long it took. Takes numbers from the \
            pipeline and writes Microsoft.PowerShell.Commands.HistoryInfo objects, the oldest first. A script that \
            runs from a file enters nothing into the history.
            """,
        parameters: [
            Parameter(\.id, position: 0, pipeline: .byValue, help: "Numbers of lines."),
            Parameter(
                \.count, position: 1, validate: [.range(min: 0, max: 32767)], help: "At most so many lines, the newest."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"],
        examples: [
            Example("@(Get-History).Count -ge 0", "How many lines there are.", output: "True"),
            Example("Get-History -Count 3 | ForEach-Object CommandLine", "The last three lines.", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let history = try runtime.service(Engine.self).history
        let chosen = id.isEmpty ? history : history.filter { id.contains(Int64($0.id)) }
        for entry in runtime.isBound(\Self.count) ? Array(chosen.suffix(count)) : chosen { try runtime.write(Self.object(entry)) }
    }

    static func object(_ entry: HistoryEntry) -> Value {
        .object(
            CustomObject(
                [
                    ("Id", .long(Int64(entry.id))), ("CommandLine", .string(entry.commandLine)),
                    ("ExecutionStatus", .string(entry.succeeded ? "Completed" : "Failed")),
                    ("StartExecutionTime", entry.start.boxed),
                    ("EndExecutionTime", entry.end.boxed), ("Duration", TimeSpan(ticks: entry.end.ticks - entry.start.ticks).boxed),
                ], type: HistoryInfo.type))
    }
}

/// Clear-History: removes entries of the engine's history.
struct ClearHistory: Cmdlet {
    private var id: [Int64] = []
    private var commandLine: [String] = []
    private var count = 0
    private var newest: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-History", aliases: ["clhy"], synopsis: "Forgets lines that were entered in this session.",
        description: """
            Forgets all lines, or those that are named by number, text or count. Takes nothing from the pipeline and \
            writes nothing. The history file of the prompt is another list and stays.
            """,
        defaultSet: "IDParameter", confirms: true,
        parameters: [
            Parameter(\.id, position: 0, sets: ["IDParameter"], help: "Numbers of lines."),
            Parameter(
                \.commandLine, sets: ["CommandLineParameter"], help: "Patterns for lines; wildcards are allowed."),
            Parameter(
                \.count, position: 1, validate: [.range(min: 1, max: 2_147_483_647)],
                help: "Forgets so many lines, the oldest."),
            Parameter(\.newest, help: "With -Count: the newest lines instead."),
        ],
        examples: [
            Example("Clear-History; @(Get-History).Count", "All of them.", output: "0"),
            Example("Clear-History -CommandLine '*secret*'", "Lines with a word.", output: ""),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let patterns = commandLine.map { Wildcard($0) }
        var chosen = engine.history.map(\.id).filter { id.isEmpty || id.contains(Int64($0)) }
        if !patterns.isEmpty {
            chosen = engine.history.filter { entry in patterns.contains { $0.matches(entry.commandLine) } }.map(\.id)
        }
        if runtime.isBound(\Self.count) { chosen = Array(newest.isOn ? chosen.suffix(count) : chosen.prefix(count)) }
        guard try runtime.shouldProcess(target: "\(chosen.count) entries", action: "Clear-History") else { return }
        let forgotten = Set(chosen)
        engine.history.removeAll { forgotten.contains($0.id) }
    }
}

/// Clear-Host: clears the terminal and its scrollback by control sequences.
struct ClearHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Clear-Host", aliases: ["cls"], synopsis: "Clears the screen.",
        description: """
            Sends the terminal the sequences that clear the screen and what has scrolled off it. Does nothing where \
            output goes to a file or a pipe. Takes nothing from the pipeline and writes nothing.
            """,
        examples: [
            Example("Clear-Host", "Nothing happens where there is no screen.", output: ""),
            Example("cls", "By its short name.", output: ""),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.service(Engine.self).host
        guard host.usesColour else { return }
        host.flush()
        host.writeText("\u{1B}[H\u{1B}[2J\u{1B}[3J", newline: false, foreground: nil, background: nil)
    }
}
