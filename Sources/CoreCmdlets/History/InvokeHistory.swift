import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Invoke-History: runs an entry of the history again in the current scope.
struct InvokeHistory: Cmdlet {
    private var id = ""

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-History", aliases: ["r", "ihy"], synopsis: "Runs a line again that was entered in this session.",
        description: """
            Shows the line, runs it in the current scope and writes what it writes. Takes an entry by property name \
            from the pipeline. A line that would run itself for ever is an error, and so is one that is not there.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.id, position: 0, pipeline: .byPropertyName,
                help: "The number of the line, or the text that it begins with; the last line by default.")
        ],
        outputs: ["System.Object"],
        examples: [
            Example("Invoke-History 3", "The third line once more.", runs: .never),
            Example("r 'Get-Ch'", "The last line that begins so.", runs: .never),
            Example(
                "try { Invoke-History 999999 } catch { $_.CategoryInfo.Category }",
                "A line that was not entered.", output: "ObjectNotFound"),
        ])

    /// The history entries that Invoke-History runs at the moment. An entry that invokes itself would never end.
    private final class Running {
        var ids: Set<Int> = []
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let entry = try find(engine.history)
        guard try runtime.shouldProcess(target: entry.commandLine, action: "Invoke-History") else { return }
        let running = engine.service(Running.self) ?? Running()
        engine.provide(running)
        guard running.ids.insert(entry.id).inserted else {
            throw ValueError(
                "The line '\(entry.commandLine)' runs itself again. Give Invoke-History another number.",
                id: "InvokeHistoryLoopDetected", exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        defer { running.ids.remove(entry.id) }
        engine.host.flush()
        engine.host.writeText(entry.commandLine, newline: true, foreground: nil, background: nil)
        let output = ClosureSink { try runtime.write($0) }
        let block = try InlineBlock(ScriptBlock.parse(entry.commandLine), in: try runtime.frame, output: output)
        _ = try block.run(.null)
    }

    private func find(_ history: [HistoryEntry]) throws -> HistoryEntry {
        guard !id.isEmpty else {
            guard let last = history.last else { throw Self.missing("There is no line to run again: nothing was entered yet.") }
            return last
        }
        if let number = Int(id) {
            if let entry = history.first(where: { $0.id == number }) { return entry }
            throw Self.missing("Cannot locate the history for Id \(number). Get-History lists the lines there are.")
        }
        if let entry = history.last(where: { $0.commandLine.hasPrefix(id) }) { return entry }
        throw Self.missing("Cannot locate the history for command line \(id). Get-History lists the lines there are.")
    }

    private static func missing(_ message: String) -> ValueError {
        ValueError(
            message, id: "InvokeHistoryNoHistoryForId", exception: "System.ArgumentException", category: "ObjectNotFound")
    }
}
