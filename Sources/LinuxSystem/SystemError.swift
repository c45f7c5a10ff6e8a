import CLinux
import Glibc

/// A system call that failed: what was done, to what, and errno.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// errno's number, or `Glibc.ETIMEDOUT` and the like where this library itself gave up.
    package var number: Int32
    /// What was being done, as a verb phrase: `open`, `rename`.
    package var operation: String
    /// The path, name or number it was done to; nil where there is none.
    package var subject: String?

    package init(_ number: Int32, _ operation: String, _ subject: String? = nil) {
        self.number = number
        self.operation = operation
        self.subject = subject
    }

    /// The error of the call that has just failed in this thread.
    package static func last(_ operation: String, _ subject: String? = nil) -> SystemError {
        SystemError(errno, operation, subject)
    }

    package var text: String { errorText(number) }

    package var description: String {
        if let subject { return "cannot \(operation) '\(subject)': \(text)" }
        return "cannot \(operation): \(text)"
    }
}

/// errno's text in English (`No such file or directory`), as strerror(3) says it without a locale.
package func errorText(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        guard let base = buffer.baseAddress, let text = clinux_error_text(number, base, 256) else { return "error \(number)" }
        return String(cString: text)
    }
}
