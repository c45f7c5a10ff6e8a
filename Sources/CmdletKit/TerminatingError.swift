import SourceText
import Values

/// An error that ends the statement or the pipeline: `throw`, -ErrorAction Stop and a cmdlet's own failure raise it.
public struct TerminatingError: Error, @unchecked Sendable {
    // Unchecked: Swift requires errors to be Sendable. A record stays in the runspace that raised it.
    /// The record that `catch` gets as `$_`.
    public let record: ErrorRecord
    /// Makes an error that carries a record.
    public init(_ record: ErrorRecord) { self.record = record }
}
