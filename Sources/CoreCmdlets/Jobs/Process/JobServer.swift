import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// The job's side of the connection: runs what the session sends and returns the records of its streams.
public final class JobServer {
    private let engine: Engine
    private let connection: JobConnection

    /// A server for one job.
    /// - Parameter descriptor: the connection to the session, which the server takes over.
    package init(_ engine: Engine, _ descriptor: Descriptor) {
        self.engine = engine
        connection = JobConnection(descriptor)
    }

    /// Runs the job. Returns when it has ended or the session has gone.
    /// - Parameter lost: called on another thread when the connection ends, also after the job's own end.
    package func run(lost: @escaping @Sendable () -> Void) {
        guard let first = try? engine.blocking({ try connection.read() }), first.message == .start else { return }
        watch(lost)
        do {
            let codes = try self.codes(try JobClixml.value(first.text))
            try engine.perform(codes) { [self] kind, value in try send(kind, value) }
            end(nil, exitCode: engine.succeeded ? 0 : 1)
        } catch is PipelineStopped {
            end(nil)
        } catch let request as ExitRequest {
            end(nil, exitCode: request.code)
        } catch  where error.isFlowControl {
            end(nil, exitCode: 0)
        } catch {
            end(ErrorRecord.wrapping(error))
        }
    }

    /// Waits on a thread of its own for the message to stop, and for the end of the connection.
    private func watch(_ lost: @escaping @Sendable () -> Void) {
        let (connection, interrupt) = (connection, engine.interrupt)
        _ = try? SystemThread.start {
            while let next = try? connection.read() {
                if next.message == .stop { interrupt.request() }
            }
            lost()
        }
    }

    /// The code of the job, with the location and variables set that it needs.
    private func codes(_ value: Value) throws -> [RunspaceCode] {
        let start = try JobStart(value)
        if !start.location.isEmpty { _ = try engine.setLocation(start.location) }
        for variable in start.variables { try? engine.global.set(variable.name, variable.value) }
        var codes: [RunspaceCode] = []
        if let text = start.initialization {
            var code = try RunspaceCode(text: text)
            code.hasOwnScope = false
            codes.append(code)
        }
        var main = try RunspaceCode(text: start.script, path: start.path)
        main.arguments = start.arguments.map { .value($0) }
        main.input = start.input.isEmpty ? nil : start.input
        main.usingValues = start.usingValues
        codes.append(main)
        return codes
    }

    /// Sends a record to the session.
    /// - Throws: `PipelineStopped` if the job is to stop. A session that has gone is not an error here; `watch` notices it.
    private func send(_ kind: StreamKind, _ value: Value) throws {
        let text = try JobClixml.text(kind, value, engine)
        try engine.blocking { try? connection.write(JobMessage(kind), text) }
        try engine.checkStop()
    }

    /// Sends the exit code, and the end with the error that caused it.
    private func end(_ failure: ErrorRecord?, exitCode: Int32 = 1) {
        try? engine.blocking { try connection.write(.exitCode, String(exitCode)) }
        let text = failure.flatMap { try? JobClixml.text(.object(ErrorParts.table($0)), depth: 3, engine) } ?? ""
        try? engine.blocking { try connection.write(.ended, text) }
    }
}
