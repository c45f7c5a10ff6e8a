import AgentProtocol
import CmdletKit
import Formatting
import Interpreter
import Values

/// The engine's host in an endpoint without a terminal: it sends everything to be shown to the shell as objects.
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

    /// Native programs write into pipes, and each line is sent to the shell as a string.
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
