import ContainerModel
import LinuxSystem

/// Copies a client's input to the process, in a thread of its own that nobody waits for: writing blocks while the process does not read,
/// and the output must go on then.
enum InputRelay {
    /// - Parameter closesTarget: whether the end of the client's input closes the process's input. False for a terminal, which is one
    ///   descriptor for both directions.
    static func start(from source: Descriptor, to target: Descriptor, closesTarget: Bool) throws(SystemError) {
        try SystemThread.start {
            while let bytes = try? readSome(source.raw, atMost: 1 << 16), (try? writeFully(target.raw, bytes)) != nil {}
            source.close()
            if closesTarget { target.close() }
        }
    }
}
