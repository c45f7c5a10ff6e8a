import AgentProtocol
import CmdletKit
import Completion
import Interpreter
import SourceText
import Values

/// Answers the shell's requests with an engine, until the shell goes.
package final class EndpointServer {
    private let link: ControlLink
    private let engine: Engine
    private let name: String
    /// Candidates for completion, as the prompt would show them.
    private let complete: (String, Int) -> CompletionResult?

    /// A server for one session.
    /// - Parameters:
    ///   - name: the container's name, which stands before the prompt.
    ///   - complete: gives candidates for a line and a cursor (UTF-8 offset).
    package init(
        _ link: ControlLink, _ engine: Engine, name: String,
        complete: @escaping (String, Int) -> CompletionResult? = { _, _ in nil }
    ) {
        self.link = link
        self.engine = engine
        self.name = name
        self.complete = complete
    }

    /// Answers requests until the shell goes, or sends something that cannot be understood.
    package func run() {
        while let request = engine.blocking({ link.next() }) {
            let answer: Value
            do {
                let (message, value) = try request.read()
                answer = perform(message, value)
                let property: (String, Value) -> Value? = { [engine] name, value in engine.property(name, of: value) }
                link.send(try message.frame(.response, id: request.id, answer, property: property))
            } catch {
                // A request that is no message: end the session, since nothing that follows it can be trusted.
                return
            }
        }
    }

    private func perform(_ message: SessionMessage, _ value: Value) -> Value {
        guard case .array(let array) = value else { return message == .prompt ? .string(prompt()) : .null }
        let parts = array.elements
        switch message {
        case .run where parts.count == 4:
            engine.interrupt.clear()
            let file = SourceFile(path: parts[1].text, text: parts[0].text ?? "")
            do {
                if case .bool(true) = parts[3] {
                    try runBlock(file, parts[2].enumerated ?? [])
                } else {
                    try engine.run(file)
                }
                return .array([.bool(false), .int(0), .bool(engine.succeeded)])
            } catch let request as ExitRequest {
                return .array([.bool(true), .int(request.code), .bool(request.code == 0)])
            } catch {
                return .array([.bool(false), .int(0), .bool(false)])
            }
        case .complete where parts.count == 2:
            guard let line = parts[0].text, case .int(let cursor) = parts[1], let result = complete(line, Int(cursor)) else {
                return .null
            }
            let candidates = result.candidates.prefix(1000).map { candidate -> Value in
                .array([
                    .string(candidate.text), .string(candidate.label), .string(candidate.detail),
                    .string(candidate.kind.rawValue),
                ])
            }
            return .array([.integer(result.replaced), .integer(result.replacedBehind), .array(Array(candidates))])
        default: return .null
        }
    }

    /// Runs a script block with arguments in a scope of its own. A failure is sent as an error record, and the shell decides what to do
    /// about it.
    private func runBlock(_ file: SourceFile, _ arguments: [Value]) throws {
        let output = engine.host.makeOutput(engine)
        defer { try? output.finish() }
        do {
            let block = try ScriptBlock.parse(String(decoding: file.utf8, as: UTF8.self), path: file.path)
            try engine.invoke(block, arguments: arguments, output: output, in: engine.topFrame(file, output: output))
        } catch {
            if error.isFlowControl { throw error }
            try output.finish()
            engine.host.writeError(ErrorRecord.wrapping(error))
        }
    }

    private func prompt() -> String { "[\(name)]: PS \(engine.fileSystem.location)> " }
}
