import CmdletKit
import Containers

extension CmdletRuntime {
    /// The container host of the session.
    /// - Throws: `ValueError` if the session has none.
    package func containerHost() throws -> any ContainerHost { try service(ContainerService.self).host }

    /// Runs `body` for one item of the input: a `ContainerError` is written as a non-terminating error.
    /// - Throws: every other error of `body`, and what `writeError` throws.
    package func perItem(_ body: () throws -> Void) throws {
        do { try body() } catch let error as ContainerError { try writeError(error.record) }
    }

    /// Runs `body` for the whole command: a `ContainerError` becomes a terminating error.
    /// - Throws: `TerminatingError`, and every other error of `body`.
    package func whole<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as ContainerError { throw TerminatingError(error.record) }
    }
}
