import CmdletKit
import Formatting
import Interpreter
import Values

/// Sends objects as they come. What Format-Table and its kin made is laid out here: the shell has no use for its parts.
final class EndpointOutput: OutputSink {
    private let host: EndpointHost
    private let engine: Engine
    private var layout: (any OutputSink)?
    private var recorded: (any OutputSink)?

    init(_ host: EndpointHost, _ engine: Engine) {
        self.host = host
        self.engine = engine
    }

    func write(_ value: Value) throws -> Flow {
        if engine.interrupt.isRequested { throw PipelineStopped() }
        if value.asObject(FormattedObject.self) != nil {
            let sink =
                layout
                ?? host.makeTextOutput(engine) { [host] line in
                    host.transcripts.record(line + "\n")
                    host.send(.output, .string(line))
                }
            layout = sink
            return try sink.write(value)
        }
        try layout?.finish()
        layout = nil
        try record(value)
        if let record = value.asObject(ErrorRecord.self) {
            // `2>&1`: an object of the output, as it was there.
            host.send(.output, .object(record))
        } else {
            host.send(.output, value) { [engine] name, value in engine.property(name, of: value) }
        }
        return .more
    }

    /// The shell lays out what it gets; a transcript on this side needs a layout of its own.
    private func record(_ value: Value) throws {
        guard host.transcripts.isActive else { return }
        let sink = recorded ?? host.makeTextOutput(engine) { [host] line in host.transcripts.record(line + "\n") }
        recorded = sink
        _ = try sink.write(value)
    }

    func finish() throws {
        try layout?.finish()
        layout = nil
        try recorded?.finish()
        recorded = nil
    }
}
