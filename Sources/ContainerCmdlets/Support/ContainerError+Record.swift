import CmdletKit
import Containers
import Values

extension ContainerError {
    /// The error record of the Containers module; the code is the first part of its FullyQualifiedErrorId.
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
