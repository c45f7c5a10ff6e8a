import CmdletKit
import Containers

extension CmdletRuntime {
    /// The container host of this session.
    package func containerHost() throws -> any ContainerHost { try service(ContainerService.self).host }

    /// Runs something for one object of the pipeline: its failure is that object's only.
    package func perItem(_ body: () throws -> Void) throws {
        do { try body() } catch let error as ContainerError { try writeError(error.record) }
    }

    /// Runs something whose failure ends the command.
    package func whole<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as ContainerError { throw TerminatingError(error.record) }
    }
}
