/// Why a value cannot be sent or was not understood.
package struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was wrong, without a full stop.
    package var message: String

    /// An error.
    package init(_ message: String) { self.message = message }

    /// The message.
    package var description: String { message }
}
