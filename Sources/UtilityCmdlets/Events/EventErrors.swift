import CmdletKit
import Values

/// An event's or a subscriber's name, and what is said where there is none.
enum EventErrors {
    static func notFound(_ what: String, _ identifier: String, _ id: String, _ target: Value) -> ErrorRecord {
        ErrorRecord(
            "\(what) '\(identifier)' does not exist.", id: id, category: "InvalidArgument", exception: "System.ArgumentException",
            target: target)
    }
}
