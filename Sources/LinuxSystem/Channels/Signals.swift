import CLinux
import Glibc

/// Signals taken as readable descriptors instead of by handlers, which may do almost nothing.
package enum Signals {
    /// A descriptor that reads as these signals; they are blocked in this thread, so call it before other threads start.
    package static func descriptor(for numbers: [Int32]) throws(SystemError) -> Descriptor {
        let raw = clinux_signal_descriptor(numbers, Int32(clamping: numbers.count))
        guard raw >= 0 else { throw .last("watch signals") }
        return Descriptor(raw)
    }

    /// The next signal that waits in such a descriptor; nil where none does.
    package static func next(from descriptor: Descriptor) throws(SystemError) -> Int32? {
        let number = clinux_read_signal(descriptor.raw)
        guard number >= 0 else { throw .last("read a signal") }
        return number == 0 ? nil : number
    }

    package static func ignore(_ number: Int32) { _ = clinux_set_signal(number, 1) }
    package static func setDefault(_ number: Int32) { _ = clinux_set_signal(number, 0) }

    package static func block(_ numbers: [Int32]) { _ = clinux_block_signals(numbers, Int32(clamping: numbers.count), 1) }
    package static func unblock(_ numbers: [Int32]) { _ = clinux_block_signals(numbers, Int32(clamping: numbers.count), 0) }
}
