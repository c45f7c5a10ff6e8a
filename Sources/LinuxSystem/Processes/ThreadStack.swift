import CLinux

/// Where the calling thread's stack ends.
package enum ThreadStack {
    /// The lowest address of the stack (pthread_getattr_np(3)); 0 where it cannot be told.
    package static var lowestAddress: UInt { UInt(clinux_stack_lowest_address()) }

    /// Below which address the stack is not to be used; the highest address until it is set.
    @inlinable package static var limit: UInt {
        get { UInt(clinux_stack_limit()) }
        set { clinux_set_stack_limit(uintptr_t(newValue)) }
    }

    /// For whom the thread works.
    @inlinable package static var owner: UnsafeMutableRawPointer? {
        get { clinux_thread_owner() }
        set { clinux_set_thread_owner(newValue) }
    }
}
