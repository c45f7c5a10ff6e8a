import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem
import Synchronization

/// The containers of this machine. Needs root. Making a value reads and writes nothing.
///
/// Several values, in one process or in many, may work on one state root at once.
public final class LinuxContainerHost: ContainerHost {
    /// Where a host keeps its state, and what it runs containers with.
    public struct Configuration: Sendable {
        /// Where containers, images and switches are kept.
        public var root: StateRoot
        /// Bulkhead's static executable: it runs as the containers' supervisors (`Supervisor.role`), as their init, and as the agent of
        /// utility VMs.
        public var executable: String
        /// The path of the network namespace that bridges and supervisors are in; nil is this process's own.
        public var networkNamespace: String?
        /// Seconds that a start may take.
        public var startTimeout: Double

        /// - Parameters:
        ///   - root: where containers, images and switches are kept.
        ///   - executable: the path of Bulkhead's static executable. No default: any other program that stood here would be started as a
        ///     supervisor, and would run its own `main` again.
        ///   - networkNamespace: the path of a network namespace; nil is this process's own.
        ///   - startTimeout: seconds that a start may take.
        public init(
            root: StateRoot = StateRoot(), executable: String, networkNamespace: String? = nil, startTimeout: Double = 180
        ) {
            self.root = root
            self.executable = executable
            self.networkNamespace = networkNamespace
            self.startTimeout = startTimeout
        }
    }

    /// As it was given.
    public let configuration: Configuration
    let store: ContainerStore
    let imageStore: ImageStore
    let switchStore: SwitchStore
    let failpoints = Failpoints()
    /// The supervisors that this process started: its children, whose exit codes it has to take, or they would stay as zombies.
    private let supervisors = Mutex<[ChildProcess]>([])

    /// A host that has not looked at anything yet.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
        store = ContainerStore(configuration.root)
        imageStore = ImageStore(configuration.root)
        switchStore = SwitchStore(configuration.root, namespace: configuration.networkNamespace)
    }

    var root: StateRoot { configuration.root }
    var preparation: Preparation { Preparation(root: root, executable: configuration.executable) }
    var files: WritableFiles { WritableFiles(root: root, store: store, failpoints: failpoints) }

    /// Called before the first change: checks the user, makes the state's folders, and removes what killed processes have left.
    func prepare() throws(ContainerError) {
        guard geteuid() == 0 else {
            throw ContainerError(
                "NotPrivileged", "Containers can be made and run by root only.", remedy: "Start bulkhead with sudo.",
                cause: "This process runs as user \(geteuid()).")
        }
        try root.prepare()
        store.staging.sweep()
        reapSupervisors()
    }

    func keep(_ supervisor: ChildProcess) { supervisors.withLock { $0.append(supervisor) } }

    func reapSupervisors() {
        supervisors.withLock { $0.removeAll { $0.poll() != nil } }
    }

    public func information() throws(ContainerError) -> ContainerHostInformation {
        ContainerHostInformation(
            name: HostFacts.hostName, containerImageRepositoryLocation: root.images, engine: "Linux",
            runtime: RuntimeChoice.current(root)?.text)
    }

    public func images() throws(ContainerError) -> [ContainerImage] {
        try imageStore.records().map(\.image)
    }

    public func switches() throws(ContainerError) -> [VirtualSwitch] {
        try switchStore.switches()
    }
}
