import ContainerModel

/// All that a sandbox is made from. Paths are absolute and exist, unless it says otherwise.
package struct SandboxContext: Sendable, Codable {
    /// The container's id, a lower-case guid.
    package var id: String
    /// The container's name, for errors.
    package var name: String
    /// The host name inside.
    package var hostName: String
    /// The folder with `config.json` (OCI runtime specification). `root.path` in it is `rootfs`: a mount on the host for the
    /// shared kernel and is made inside the guest for a utility VM.
    package var bundle: String
    /// A folder of this container's own for sockets, pid files and memory files, 0700, empty at the start and removed after the end.
    package var runtimeFolder: String
    /// The executable of Bulkhead that the container sees as `/.bulkhead/bulkhead` and `/.bulkhead/csrss`: a private copy in this folder.
    package var executableFolder: String
    /// The layers of the container's root, in the form that the runtime type needs.
    package var layers: SandboxLayers
    /// The container's connection to its switch; nil where it has only the loopback interface.
    package var network: NetworkAttachment?
    /// The memory in bytes; nil for the runtime type's default.
    package var memory: UInt64?

    /// The context of a container, as its supervisor makes it.
    package init(
        id: String, name: String, hostName: String, bundle: String, runtimeFolder: String, executableFolder: String,
        layers: SandboxLayers, network: NetworkAttachment? = nil, memory: UInt64? = nil
    ) {
        self.id = id
        self.name = name
        self.hostName = hostName
        self.bundle = bundle
        self.runtimeFolder = runtimeFolder
        self.executableFolder = executableFolder
        self.layers = layers
        self.network = network
        self.memory = memory
    }
}
