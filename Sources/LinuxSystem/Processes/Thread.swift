import CLinux
import Glibc
import Synchronization

/// A thread of the system's own: for calls that block for long (waitpid, read), which Swift's concurrency has no threads for, and for what
/// belongs to one thread (its namespaces).
package final class SystemThread: Sendable {
    private struct State {
        var handle: pthread_t
        var joined = false
    }

    private let state: Mutex<State>

    private init(_ handle: pthread_t) { state = Mutex(State(handle: handle)) }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts a thread. It runs on when nobody holds the value returned.
    /// - Parameters:
    ///   - stackSize: bytes that are reserved for its stack; nil for the system's usual size.
    ///   - takesSignals: the process's signals may be delivered to it as to the thread that starts it; false blocks all of them, so
    ///     that they interrupt the thread that waits for them.
    @discardableResult
    package static func start(
        stackSize: Int? = nil, takesSignals: Bool = false, _ body: @escaping @Sendable () -> Void
    ) throws(SystemError) -> SystemThread {
        var handle = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
        let box = Unmanaged.passRetained(Box(body))
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        // A new thread has the mask of the one that makes it.
        if !takesSignals { pthread_sigmask(SIG_BLOCK, &all, &before) }
        defer { if !takesSignals { pthread_sigmask(SIG_SETMASK, &before, nil) } }
        let number = pthread_create(
            &handle, &attributes,
            { pointer in
                if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        guard number == 0 else {
            box.release()
            throw SystemError(number, "start a thread")
        }
        return SystemThread(handle)
    }

    /// Waits for its end. Further calls return at once.
    package func join() {
        let handle: pthread_t? = state.withLock { state in
            guard !state.joined else { return nil }
            state.joined = true
            return state.handle
        }
        if let handle { pthread_join(handle, nil) }
    }

    deinit {
        state.withLock { state in
            if !state.joined { pthread_detach(state.handle) }
        }
    }

    /// Calls `body` in a thread of its own and returns what it returns.
    package static func run<T: Sendable>(_ body: @escaping @Sendable () throws(SystemError) -> T) throws(SystemError) -> T {
        let result = Slot<Result<T, SystemError>>()
        let thread = try start {
            do throws(SystemError) {
                result.value.withLock { [value = try body()] in $0 = .success(value) }
            } catch {
                result.value.withLock { [error] in $0 = .failure(error) }
            }
        }
        thread.join()
        guard let value = result.value.withLock({ $0 }) else { throw SystemError(EAGAIN, "run a thread") }
        return try value.get()
    }

    private final class Slot<T: Sendable>: Sendable {
        let value = Mutex<T?>(nil)
    }
}

/// Namespaces of the calling thread.
package enum Namespaces {
    /// A new network namespace; it lives as long as the descriptor, a process or an interface in use holds it.
    package static func makeNetwork() throws(SystemError) -> Descriptor {
        try SystemThread.run { () throws(SystemError) in
            guard clinux_unshare(CLINUX_CLONE_NEWNET) == 0 else { throw .last("make a network namespace") }
            return try Descriptor.open("/proc/thread-self/ns/net", O_RDONLY)
        }
    }

    /// Calls `body` in a thread that is in that network namespace, as are the programs it starts.
    package static func inNetwork<T: Sendable>(
        _ namespace: Descriptor, _ body: @escaping @Sendable () throws(SystemError) -> T
    ) throws(SystemError) -> T {
        try SystemThread.run { () throws(SystemError) in
            try enterNetwork(namespace.raw)
            return try body()
        }
    }

    /// Puts the calling thread into a network namespace.
    package static func enterNetwork(_ descriptor: Int32) throws(SystemError) {
        guard clinux_setns(descriptor, CLINUX_CLONE_NEWNET) == 0 else { throw .last("enter a network namespace") }
    }

    /// Puts the calling thread into the network namespace at a path.
    package static func enterNetwork(at path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_RDONLY)
        defer { file.close() }
        try enterNetwork(file.raw)
    }

    /// Gives the calling thread mounts of its own: those made from now on are seen by it and its children alone and end with them; those
    /// that the host makes and unmounts are still seen.
    package static func makeMounts() throws(SystemError) {
        guard clinux_unshare(CLINUX_CLONE_NEWNS) == 0 else { throw .last("make a mount namespace") }
        try Mounts.mount(nil, on: "/", flags: [.slave, .recursive])
    }

    /// From now on, processes whose parent ends become children of this process instead of the machine's init.
    package static func becomeSubreaper() throws(SystemError) {
        guard clinux_prctl(CLINUX_PR_SET_CHILD_SUBREAPER, 1) == 0 else { throw .last("become the subreaper") }
    }
}
