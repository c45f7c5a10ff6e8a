import CLinux
import Glibc

/// Signals, read from descriptors (signalfd(2)) instead of caught by handlers, in which almost no function may be called.
package enum Signals {
    /// A descriptor, non-blocking and close-on-exec, from which these signals are read. They are blocked in the calling thread;
    /// threads that it starts later inherit that, so call this before any are started.
    /// - Throws: the error of pthread_sigmask(3) or signalfd(2).
    package static func descriptor(for numbers: [Int32]) throws(SystemError) -> Descriptor {
        let raw = clinux_signal_descriptor(numbers, Int32(clamping: numbers.count))
        guard raw >= 0 else { throw .last("watch signals") }
        return Descriptor(raw)
    }

    /// The next pending signal of such a descriptor; nil if none is pending.
    /// - Throws: read(2)'s error.
    package static func next(from descriptor: Descriptor) throws(SystemError) -> Int32? {
        let number = clinux_read_signal(descriptor.raw)
        guard number >= 0 else { throw .last("read a signal") }
        return number == 0 ? nil : number
    }

    /// Sets a signal's action to SIG_IGN. Children started by exec inherit it; `spawn` resets it.
    package static func ignore(_ number: Int32) { _ = clinux_set_signal(number, 1) }
    /// Sets a signal's action to SIG_DFL.
    package static func setDefault(_ number: Int32) { _ = clinux_set_signal(number, 0) }

    /// Blocks signals in the calling thread.
    package static func block(_ numbers: [Int32]) { _ = clinux_block_signals(numbers, Int32(clamping: numbers.count), 1) }
    /// Unblocks signals in the calling thread.
    package static func unblock(_ numbers: [Int32]) { _ = clinux_block_signals(numbers, Int32(clamping: numbers.count), 0) }
}
