/// All that a sandbox is made from. Paths are absolute and exist, unless it says otherwise.
package struct SandboxContext: Sendable, Codable {
    /// The container's id, a lower-case guid.
    package var id: String
    package var name: String
    /// The host name inside.
    package var hostName: String
    /// The folder with `config.json` (OCI runtime specification). `root.path` in it is `rootfs`: a mount on the host for the
    /// shared kernel and is made inside the guest for a utility VM.
    package var bundle: String
    /// A folder of this container's own for sockets, pid files and memory files, 0700, empty at the start and removed after the end.
    package var runtimeFolder: String
    /// The state root: a place for what sandboxes share (kernels, initramfs, verdicts), each below a folder of its own.
    package var stateRoot: String
    /// The executable of Bulkhead that the container sees as `/.bulkhead/bulkhead` and `/.bulkhead/csrss`: a private copy in this folder.
    package var executableFolder: String
    package var layers: SandboxLayers
    package var network: NetworkAttachment?
    /// Bytes; nil is the runtime type's own default.
    package var memory: UInt64?

    package init(
        id: String, name: String, hostName: String, bundle: String, runtimeFolder: String, stateRoot: String,
        executableFolder: String,
        layers: SandboxLayers, network: NetworkAttachment? = nil, memory: UInt64? = nil
    ) {
        self.id = id
        self.name = name
        self.hostName = hostName
        self.bundle = bundle
        self.runtimeFolder = runtimeFolder
        self.stateRoot = stateRoot
        self.executableFolder = executableFolder
        self.layers = layers
        self.network = network
        self.memory = memory
    }
}

/// What the container's root is made of.
package enum SandboxLayers: Sendable, Codable, Hashable {
    /// Folders of the host: the image's and the container's own (`upper` and `work` of an overlay).
    case folders(lower: [String], upper: String, work: String)
    /// Disks for a guest: the image as a read-only squashfs, and an ext4 file system that holds `upper` and `work` folders in its root.
    case disks(image: String, writable: String)
}

/// A container's place on a virtual switch.
package struct NetworkAttachment: Sendable, Codable, Hashable {
    /// The host's end: a veth's, or a tap device for a utility VM (persistent, already up and on the bridge).
    package var device: String
    /// `02:…`, lower case.
    package var macAddress: String
    /// Dotted decimal.
    package var address: String
    package var prefixLength: Int
    package var gateway: String
    /// The network namespace (a path under /run/netns or /proc) that holds the interface; nil for a tap, and for a veth before the start.
    package var namespace: String?

    package init(
        device: String, macAddress: String, address: String, prefixLength: Int, gateway: String, namespace: String? = nil
    ) {
        self.device = device
        self.macAddress = macAddress
        self.address = address
        self.prefixLength = prefixLength
        self.gateway = gateway
        self.namespace = namespace
    }
}

/// A container's own files, in the form that its runtime type wants. Lies in the container's folder of the store.
package enum WritableLayer: String, Sendable, Codable {
    /// `upper` and `work` folders of an overlay on the host. For RuntimeType Default.
    case folder
    /// `writable.ext4`, a sparse ext4 image with `upper` and `work` in its root. For RuntimeType HyperV; the host never mounts it.
    case disk
}
