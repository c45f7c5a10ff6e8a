import ContainerModel
import LinuxSystem

/// The process's own ends of its streams, as the client that asked for it made them. Nil is /dev/null.
package struct ProcessStreams: Sendable {
    package var input: Descriptor?
    package var output: Descriptor?
    package var error: Descriptor?
    /// The process's descriptor 3: a connected stream socket.
    package var control: Descriptor?

    package init(input: Descriptor? = nil, output: Descriptor? = nil, error: Descriptor? = nil, control: Descriptor? = nil) {
        self.input = input
        self.output = output
        self.error = error
        self.control = control
    }

    /// Closes them here; until that is done nobody at the other end reads an end of file.
    package func close() {
        for stream in [input, output, error, control] { stream?.close() }
    }
}
