import ContainerModel
import LinuxSystem

/// The process's own ends of its streams, as the client that asked for it made them. Nil is /dev/null.
package struct ProcessStreams: Sendable {
    /// The end that the process reads.
    package var input: Descriptor?
    /// The end that the process writes.
    package var output: Descriptor?
    /// The end that the process writes its errors to.
    package var error: Descriptor?
    /// The process's descriptor 3: a connected stream socket.
    package var control: Descriptor?

    /// Streams that are all /dev/null but for those given.
    package init(input: Descriptor? = nil, output: Descriptor? = nil, error: Descriptor? = nil, control: Descriptor? = nil) {
        self.input = input
        self.output = output
        self.error = error
        self.control = control
    }

    /// Closes this process's copies of the streams. Until then their other ends never read the end of file.
    package func close() {
        for stream in [input, output, error, control] { stream?.close() }
    }
}
