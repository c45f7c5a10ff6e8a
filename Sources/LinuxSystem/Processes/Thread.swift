import CLinux
import Glibc
import Synchronization

/// A thread of the operating system, for calls that block for long (waitpid, read), for which Swift concurrency has no threads to
/// spare, and for state that belongs to a thread, such as its namespaces.
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

    /// Starts a thread. It keeps running if the value returned is dropped.
    /// - Parameters:
    ///   - stackSize: the size of its stack in bytes; nil for the system's default.
    ///   - takesSignals: whether signals to the process may be delivered to this thread. False blocks all of them in it, so that
    ///     they interrupt the thread that waits for them.
    /// - Throws: `EAGAIN` if no thread can be made.
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
        // A new thread inherits the signal mask of the thread that makes it.
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

    /// Waits until the thread has ended; returns at once if it was joined before.
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

    /// Calls `body` in a new thread and returns its result.
    /// - Throws: what `body` throws, or `EAGAIN` if no thread can be made.
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

/// Namespaces (namespaces(7)), which belong to threads.
package enum Namespaces {
    /// Makes a network namespace. It exists as long as a descriptor, process or mount refers to it.
    /// - Throws: `EPERM` without CAP_SYS_ADMIN.
    package static func makeNetwork() throws(SystemError) -> Descriptor {
        try SystemThread.run { () throws(SystemError) in
            guard clinux_unshare(CLINUX_CLONE_NEWNET) == 0 else { throw .last("make a network namespace") }
            return try Descriptor.open("/proc/thread-self/ns/net", O_RDONLY)
        }
    }

    /// Calls `body` in a thread that is in a network namespace; programs that it starts are in it as well.
    /// - Throws: what `body` throws, or setns(2)'s error.
    package static func inNetwork<T: Sendable>(
        _ namespace: Descriptor, _ body: @escaping @Sendable () throws(SystemError) -> T
    ) throws(SystemError) -> T {
        try SystemThread.run { () throws(SystemError) in
            try enterNetwork(namespace.raw)
            return try body()
        }
    }

    /// Moves the calling thread into a network namespace (setns(2)).
    /// - Throws: `EINVAL` if the descriptor is none of a network namespace, `EPERM` without CAP_SYS_ADMIN.
    package static func enterNetwork(_ descriptor: Int32) throws(SystemError) {
        guard clinux_setns(descriptor, CLINUX_CLONE_NEWNET) == 0 else { throw .last("enter a network namespace") }
    }

    /// Moves the calling thread into the network namespace whose file is at a path.
    /// - Throws: the error of open(2) or setns(2).
    package static func enterNetwork(at path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_RDONLY)
        defer { file.close() }
        try enterNetwork(file.raw)
    }

    /// Moves the calling thread into a new mount namespace. Mounts made from then on are seen only by this thread and its children,
    /// and end with them; mounts and unmounts of the host stay visible (MS_SLAVE).
    /// - Throws: `EPERM` without CAP_SYS_ADMIN.
    package static func makeMounts() throws(SystemError) {
        guard clinux_unshare(CLINUX_CLONE_NEWNS) == 0 else { throw .last("make a mount namespace") }
        try Mounts.mount(nil, on: "/", flags: [.slave, .recursive])
    }

    /// Makes this process the child subreaper (PR_SET_CHILD_SUBREAPER): descendants whose parent ends become its children instead
    /// of init's.
    /// - Throws: prctl(2)'s error.
    package static func becomeSubreaper() throws(SystemError) {
        guard clinux_prctl(CLINUX_PR_SET_CHILD_SUBREAPER, 1) == 0 else { throw .last("become the subreaper") }
    }
}
