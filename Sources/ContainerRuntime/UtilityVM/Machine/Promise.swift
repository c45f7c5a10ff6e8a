import ContainerModel
import LinuxSystem
import Synchronization

/// A value that one thread sets once and other threads wait for.
///
/// Over a pipe, whose closing wakes every waiter: poll(2) gives bounded waits, which the standard library's Mutex does not.
final class Promise<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let readEnd: Descriptor
    private let writeEnd: Descriptor

    init() throws(SystemError) {
        (readEnd, writeEnd) = try Descriptor.pipe()
    }

    /// Gives the value; a second one is dropped.
    func complete(_ new: Value) {
        value.withLock { if $0 == nil { $0 = new } }
        writeEnd.close()
    }

    var current: Value? { value.withLock { $0 } }

    /// Waits up to `timeout` seconds, or without a limit for nil. Returns nil after the timeout.
    func wait(timeout: Double? = nil) -> Value? {
        if let known = current { return known }
        _ = try? Poll.wait(for: [(readEnd.raw, [])], timeout: timeout)
        return current
    }
}
