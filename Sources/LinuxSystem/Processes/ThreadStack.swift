import CLinux

/// The bounds of the calling thread's stack, for checks of the depth of recursion.
package enum ThreadStack {
    /// The lowest address of the stack (pthread_getattr_np(3)); 0 if it cannot be determined.
    package static var lowestAddress: UInt { UInt(clinux_stack_lowest_address()) }

    /// The address below which the thread must not let its stack grow; the highest address until it is set.
    @inlinable package static var limit: UInt {
        get { UInt(clinux_stack_limit()) }
        set { clinux_set_stack_limit(uintptr_t(newValue)) }
    }

    /// The object on whose behalf the thread runs, the engine of its runspace; nil until it is set. Not retained.
    @inlinable package static var owner: UnsafeMutableRawPointer? {
        get { clinux_thread_owner() }
        set { clinux_set_thread_owner(newValue) }
    }
}
