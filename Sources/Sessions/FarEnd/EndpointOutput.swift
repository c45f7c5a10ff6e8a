import CmdletKit
import Formatting
import Interpreter
import Values

/// Sends output objects to the shell as they come. The output of Format-Table and the other Format cmdlets is laid out as text here, since
/// the shell cannot use the format objects.
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
            // An error that `2>&1` merged into the output is sent as an output object.
            host.send(.output, .object(record))
        } else {
            host.send(.output, value) { [engine] name, value in engine.property(name, of: value) }
        }
        return .more
    }

    /// The shell lays out the objects that it receives, but a transcript inside the container needs them laid out here as well.
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
