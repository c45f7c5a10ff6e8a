import CLinux

/// Where the calling thread's stack ends.
package enum ThreadStack {
    /// The lowest address of the stack (pthread_getattr_np(3)); 0 where it cannot be told.
    package static var lowestAddress: UInt { UInt(clinux_stack_lowest_address()) }
}
