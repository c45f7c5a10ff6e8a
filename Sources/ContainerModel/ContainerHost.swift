/// A machine that has containers. Every call is synchronous and may be made from any thread; several programs may use one host at once.
///
/// Every operation throws `ContainerError`. Beside the codes below, any may throw `NotPrivileged` (this user may not), `StateUnavailable`
/// (the state root cannot be read or written) and `OperationTimeout` (another command holds the container). An operation on a container
/// throws `ContainerNotFound`, and `ContainerDamaged` where its document cannot be read.
public protocol ContainerHost: AnyObject, Sendable {
    /// What the host is, and where its images are stored.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    func information() throws(ContainerError) -> ContainerHostInformation

    /// All containers, sorted by id. One whose document cannot be read is among them, in the state `damaged`.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    func containers() throws(ContainerError) -> [Container]
    /// The container with this id.
    /// - Throws: `ContainerNotFound`. A container whose document cannot be read is returned in the state `damaged`.
    func container(_ id: ContainerID) throws(ContainerError) -> Container
    /// Makes a container, which is off. Several containers may have the same name.
    ///
    /// - Throws: `InvalidName`, `InvalidMemory`, `InvalidArgument`, `ImageNotFound`, `ImageAmbiguous`, `SwitchNotFound`, `NetworkFull`; for
    ///   RuntimeType HyperV also what its machine needs (`UtilityVMKernelNotUsable`, `UtilityVMFilesNotMade`, `ToolNotFound`).
    func createContainer(_ specification: ContainerSpecification) throws(ContainerError) -> Container
    /// Starts a container that is off, and returns when it runs. A start that fails undoes what it did before it throws.
    ///
    /// - Throws: `ContainerAlreadyRunning`, `StartFailed`, `RuntimeNotFound`, `RuntimeNotUsable`, `NetworkFailed`, `MountFailed`,
    ///   `ProgramNotFound` and its kin of a main process; the codes of utility VMs.
    @discardableResult
    func startContainer(_ id: ContainerID) throws(ContainerError) -> Container
    /// Starts a container that has a main process, and attaches the caller to the process: the caller receives its output from the first
    /// byte on. The container owns the process: after `close()` it runs on without the caller. `wait()` returns once the container is off
    /// and, if its main process says so, removed.
    ///
    /// - Parameters:
    ///   - columns: of the terminal, where the main process has one.
    ///   - rows: of the terminal.
    /// - Throws: as `startContainer`; `InvalidOperation` where the container has no main process.
    func startAttached(_ id: ContainerID, columns: UInt16, rows: UInt16) throws(ContainerError) -> any ContainerProcess
    /// Stops a container, and returns when it is off.
    ///
    /// - Throws: `ContainerNotRunning`.
    @discardableResult
    func stopContainer(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) -> Container
    /// Removes a container with its files. The container must be off unless `force` is true.
    ///
    /// - Throws: `ContainerNotStopped`.
    func removeContainer(_ id: ContainerID, force: Bool) throws(ContainerError)
    /// Changes a container that is off. A change of the runtime type keeps the container's files.
    ///
    /// - Throws: `ContainerNotStopped`, `InvalidName`, `UtilityVMDiskFailed`.
    @discardableResult
    func updateContainer(_ id: ContainerID, _ change: ContainerChange) throws(ContainerError) -> Container

    /// All images, sorted by name.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    func images() throws(ContainerError) -> [ContainerImage]
    /// All virtual switches, sorted by name.
    /// - Throws: `NotPrivileged`, `StateUnavailable`, or `StateDamaged` if the switches' document cannot be read.
    func switches() throws(ContainerError) -> [VirtualSwitch]
    /// All running container systems, sorted by id.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    func computeProcesses() throws(ContainerError) -> [ComputeProcess]
    /// Ends a container system as if its power were cut.
    ///
    /// - Parameter id: a guid, or the beginning of one.
    /// - Throws: `ComputeProcessNotFound`, `ContainerIdAmbiguous`.
    func stopComputeProcess(_ id: String) throws(ContainerError)

    /// Starts a process in a running container. The process ends when the caller closes it, unless it is detached.
    ///
    /// - Throws: `ContainerNotRunning`, `ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`, `InvalidArgument`.
    func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess
    /// The output of the container's main processes that the host still keeps, the oldest first.
    /// - Throws: `ContainerNotFound`, `StateUnavailable`.
    func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput]
    /// The process ids on the host of a container's processes, by their process ids inside the container; empty where the host's kernel
    /// does not run them (a utility VM), and for a container that is off.
    /// - Throws: `ContainerNotFound`.
    func hostProcessIDs(of id: ContainerID) throws(ContainerError) -> [Int32: Int32]
    /// The container that a process of the host belongs to, as a process inside the container or as its utility VM's worker; nil for other
    /// processes.
    func container(ofHostProcess pid: Int32) -> ContainerID?
    /// The container whose utility VM's worker process runs as this user; nil where there is none.
    func container(ofWorkerUser user: UInt32) -> ContainerID?
    /// The worker processes of the running utility VMs.
    func workerProcesses() -> [ContainerID: Int32]
}

extension ContainerHost {
    /// The containers with exactly this name, compared without regard to case.
    /// - Throws: as `containers()`.
    public func containers(named name: String) throws(ContainerError) -> [Container] {
        let wanted = name.lowercased()
        return try containers().filter { $0.name.lowercased() == wanted }
    }

    /// The one container with this name, compared without regard to case.
    /// - Throws: `ContainerNotFound`; `ContainerNameAmbiguous` with the ids of the containers that have the name.
    public func container(named name: String) throws(ContainerError) -> Container {
        try ContainerLookup.one(named: name, in: try containers())
    }

    /// The one container whose id begins with a prefix (a whole id is its own prefix).
    /// - Throws: `ContainerNotFound`, `ContainerIdAmbiguous`.
    public func container(idPrefix prefix: String) throws(ContainerError) -> Container {
        try ContainerLookup.one(idPrefix: prefix, in: try containers())
    }

    /// The one container with this name or, where no container has the name, with this id prefix.
    /// - Throws: `ContainerNotFound`, `ContainerNameAmbiguous`, `ContainerIdAmbiguous`.
    public func container(nameOrID text: String) throws(ContainerError) -> Container {
        let all = try containers()
        let wanted = text.lowercased()
        if all.contains(where: { $0.name.lowercased() == wanted }) { return try ContainerLookup.one(named: text, in: all) }
        guard all.contains(where: { $0.id.matches(prefix: text) }) else { throw .containerNotFound(name: text, all: all) }
        return try ContainerLookup.one(idPrefix: text, in: all)
    }

    /// The one image that a reference names.
    /// - Throws: `ImageNotFound`, which lists all images; `ImageAmbiguous`, which lists those that match.
    public func image(_ reference: ImageReference) throws(ContainerError) -> ContainerImage {
        try ImageLookup.one(reference, in: try images())
    }
}
