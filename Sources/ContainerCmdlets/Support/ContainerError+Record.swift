import CmdletKit
import Containers
import Values

extension ContainerError {
    /// The error as the module reports it: the code is the first part of its id.
    package var record: ErrorRecord {
        ErrorRecord(
            description, id: code.rawValue, category: category, exception: "Microsoft.Containers.PowerShell.ContainerException",
            target: target.map { .string($0) } ?? .null)
    }

    private var category: String {
        let name = code.rawValue
        if name.hasSuffix("NotFound") { return "ObjectNotFound" }
        if name.hasSuffix("Ambiguous") || name.hasPrefix("Invalid") { return "InvalidArgument" }
        if name == "NotPrivileged" { return "PermissionDenied" }
        if name.hasSuffix("Timeout") { return "OperationTimeout" }
        return "InvalidOperation"
    }
}

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
