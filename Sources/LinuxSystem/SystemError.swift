import CLinux
import Glibc

/// A failed system call: the operation, its object, and errno.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errno value; ETIMEDOUT and the like also where this library itself gave up.
    package var number: Int32
    /// What was being done, as a verb phrase: `open`, `rename`. It completes "cannot …".
    package var operation: String
    /// The path, name or number on which the operation failed; nil if there is none.
    package var subject: String?

    /// Makes an error; the parameters are the properties of the same names.
    package init(_ number: Int32, _ operation: String, _ subject: String? = nil) {
        self.number = number
        self.operation = operation
        self.subject = subject
    }

    /// The error of the call that has just failed in this thread (errno).
    package static func last(_ operation: String, _ subject: String? = nil) -> SystemError {
        SystemError(errno, operation, subject)
    }

    /// The error's text (`No such file or directory`).
    package var text: String { errorText(number) }

    package var description: String {
        if let subject { return "cannot \(operation) '\(subject)': \(text)" }
        return "cannot \(operation): \(text)"
    }
}

/// The English text of an errno value (`No such file or directory`); strerror(3) without a locale.
package func errorText(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        guard let base = buffer.baseAddress, let text = clinux_error_text(number, base, 256) else { return "error \(number)" }
        return String(cString: text)
    }
}
