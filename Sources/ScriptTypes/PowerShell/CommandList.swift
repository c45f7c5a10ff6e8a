import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// The commands of a PowerShell instance: pipelines that run one after the other.
struct CommandList {
    final class Entry: Object {
        /// The name of a command, or the text of a script.
        let text: String
        let isScript: Bool
        let hasOwnScope: Bool
        var arguments: [(name: String?, value: Value?)] = []

        init(_ text: String, isScript: Bool, hasOwnScope: Bool) {
            self.text = text
            self.isScript = isScript
            self.hasOwnScope = hasOwnScope
            super.init()
        }

        override var type: ObjectType { PowerShellTypes.command }
        override var stringForm: String? { text }
    }

    private(set) var pipelines: [[Entry]] = []
    private var beginsAnother = true

    var isEmpty: Bool { pipelines.allSatisfy(\.isEmpty) }
    var entries: [Entry] { pipelines.flatMap { $0 } }

    mutating func add(_ entry: Entry) {
        if beginsAnother { pipelines.append([]) }
        beginsAnother = false
        pipelines[pipelines.count - 1].append(entry)
    }

    /// The next command begins another pipeline.
    mutating func endStatement() { beginsAnother = true }

    mutating func clear() {
        pipelines = []
        beginsAnother = true
    }

    /// - Throws: `ValueError` where no command was added before the argument.
    func add(argument value: Value?, named name: String?) throws {
        guard let last = pipelines.last?.last, !beginsAnother else {
            throw ValueError(
                "A command is required to add a parameter. A command must be added to the PowerShell instance before adding a parameter.",
                id: "InvalidOperation", exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        last.arguments.append((name, value))
    }

    /// The work of a runspace that runs the commands.
    /// - Parameter failed: gets the error that ended a pipeline behind which others follow.
    func work(input: [Value]?, failed: @escaping (ErrorRecord) -> Void) -> RunspaceWork {
        let pipelines = pipelines
        return { engine, output, streams in
            for (place, pipeline) in pipelines.enumerated() {
                do {
                    try Self.run(pipeline, place == 0 ? input : nil, engine, output, streams)
                } catch {
                    if error.isFlowControl || pipelines.count == 1 { throw error }
                    let record = ErrorRecord.wrapping(error)
                    engine.remember(record)
                    failed(record)
                }
            }
        }
    }

    private static func run(
        _ entries: [Entry], _ input: [Value]?, _ engine: Engine, _ output: any OutputSink, _ streams: Streams
    ) throws {
        let commands = try entries.map { try compiled($0) }
        engine.host.transcripts.recordEntry(entries.map(\.text).joined(separator: "\n"), prompt: "PS>")
        let frame = Frame(engine: engine, scope: engine.global, file: SourceFile(text: ""), output: output, streams: streams)
        let source: Evaluate? = input.map { values in { _ in .array(values) } }
        _ = try engine.onThread { try PipelineRunner.run(source, commands, in: frame) }
    }

    private static func compiled(_ entry: Entry) throws -> CompiledCommand {
        let arguments = entry.arguments.map { argument -> Argument in
            switch (argument.name, argument.value) {
            case (let name?, let value?): .splatted(name: name, value: value)
            case (let name?, nil): .parameter(name: name, text: "-" + name, value: nil)
            case (nil, let value): .value(value ?? .null)
            }
        }
        let name: Value = entry.isScript ? .object(try ScriptBlock.parse(entry.text)) : .string(entry.text)
        return CompiledCommand(
            invocation: entry.isScript && !entry.hasOwnScope ? .dot : entry.isScript ? .call : .none, name: { _ in name },
            arguments: { _ in arguments }, redirections: [], span: SourceSpan(start: 0, end: 0),
            file: SourceFile(text: entry.text))
    }
}
