import ContainerModel
import LinuxSystem

/// The client that started a container, as its supervisor has it: the client's ends of the main process's streams, and where it is told
/// how that ended. With a terminal, input and output are one socket.
struct Attachment: Sendable {
    var input: Descriptor?
    var output: Descriptor?
    var error: Descriptor?
    var status: Descriptor?
    var columns: UInt16 = 80
    var rows: UInt16 = 24

    /// Tells the exit code: one byte. The end of the stream tells that the container is off.
    func report(_ code: Int32) {
        guard let status else { return }
        try? writeFully(status.raw, [UInt8(truncatingIfNeeded: code)])
    }
}
