import AgentProtocol
import CmdletKit
import Formatting
import Interpreter
import Values

/// The engine's host in an endpoint without a terminal: everything that it would show goes to the shell as objects, which shows them.
package final class EndpointHost: EngineHost {
    private let link: ControlLink
    private let greeting: SessionGreeting
    /// Lays out objects as text, for redirection to files and for programs' input.
    private let text: any EngineHost

    /// - Parameter text: a host whose `makeFileOutput` and `makeTextOutput` serve.
    package init(_ link: ControlLink, _ greeting: SessionGreeting, text: any EngineHost) {
        self.link = link
        self.greeting = greeting
        self.text = text
    }

    package var usesColour: Bool { false }
    package let style = StyleObject()
    package let transcripts = Transcripts()
    package var width: Int { greeting.width }

    package func makeOutput(_ engine: Engine) -> any OutputSink { EndpointOutput(self, engine) }

    package func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink {
        try text.makeFileOutput(path, append: append, engine)
    }

    package func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink {
        text.makeTextOutput(engine, line)
    }

    package func writeText(_ text: String, newline: Bool, foreground: String?, background: String?) {
        transcripts.record(newline ? text + "\n" : text)
        send(
            .hostText,
            .array([
                .string(text), .bool(newline), foreground.map { .string($0) } ?? .null, background.map { .string($0) } ?? .null,
            ]))
    }

    package func writeError(_ record: ErrorRecord) {
        transcripts.record(record.message + "\n")
        send(.error, .object(record))
    }

    package func writeLine(_ label: String, _ text: String) {
        transcripts.record("\(label): \(text)\n")
        send(.line, .array([.string(label), .string(text)]))
    }

    package func flush() {}

    package func readLine(prompt: String, hidesInput: Bool) -> String? {
        link.ask(.readLine, .array([.string(prompt), .bool(hidesInput)])).text
    }

    /// Programs write into pipes here, and their lines cross as strings.
    package var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { nil }

    func send(_ message: SessionMessage, _ value: Value, property: ((String, Value) -> Value?)? = nil) {
        do throws(WireError) {
            link.send(try message.frame(.event, value, property: property))
        } catch {
            let record = ErrorRecord(error.message, id: "SerializationFailed", category: "InvalidData")
            if let frame = try? SessionMessage.error.frame(.event, .object(record)) { link.send(frame) }
        }
    }
}

/// Sends objects as they come. What Format-Table and its kin made is laid out here: the shell has no use for its parts.
private final class EndpointOutput: OutputSink {
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
