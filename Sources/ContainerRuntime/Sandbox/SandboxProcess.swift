import ContainerModel
import LinuxSystem

/// A process that `Sandbox.execute` started. It belongs to the supervisor; the client has another handle of it at the end of a socket.
package protocol SandboxProcess: AnyObject, Sendable {
    /// The process id on the host; nil where the host's kernel does not run the process.
    var hostPID: Int32? { get }
    /// The process id in the container; nil where it is not known.
    var containerPID: Int32? { get }
    /// The client's end of its terminal (a pseudo-terminal's controller, or a stream socket that carries the same bytes); nil where none
    /// was asked for. The supervisor sends it to the client and closes it here.
    var terminal: Descriptor? { get }
    /// Tells its terminal, where it has one, a new size.
    func resize(columns: UInt16, rows: UInt16)
    /// Sends a signal, 1 to 64; one that has ended gets none.
    func signal(_ number: Int32)
    /// Waits for the end: 0 to 255, 128 + signal; 137 where the container ended under it. All that it printed has been written to its
    /// streams by then.
    func wait() -> Int32
}
