import ContainerModel
import LinuxSystem

/// Moves a client's input to the process. A thread of its own, which nobody waits for: it may be stuck in a process that does not read, and
/// output must go on then.
enum InputRelay {
    /// - Parameter closesTarget: the end of the client's input is the end of the process's. Not with a terminal.
    static func start(from source: Descriptor, to target: Descriptor, closesTarget: Bool) throws(SystemError) {
        try SystemThread.start {
            while let bytes = try? readSome(source.raw, atMost: 1 << 16), (try? writeFully(target.raw, bytes)) != nil {}
            source.close()
            if closesTarget { target.close() }
        }
    }
}
