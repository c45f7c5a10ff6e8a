import CmdletKit
import Values

/// The error for events and subscribers that do not exist.
enum EventErrors {
    /// The error.
    /// - Parameters:
    ///   - what: what the message says is missing, such as `Event with identifier`.
    ///   - id: the error ID.
    static func notFound(_ what: String, _ identifier: String, _ id: String, _ target: Value) -> ErrorRecord {
        ErrorRecord(
            "\(what) '\(identifier)' does not exist.", id: id, category: "InvalidArgument", exception: "System.ArgumentException",
            target: target)
    }
}
