/// A machine that has containers. Every call is synchronous and may be made from any thread; several programs may use one host at once.
///
/// Every operation throws `ContainerError`. Beside the codes below, any may throw `NotPrivileged` (this user may not), `StateUnavailable`
/// (the state root cannot be read or written) and `OperationTimeout` (another command holds the container). An operation on a container
/// throws `ContainerNotFound`, and `ContainerDamaged` where its document cannot be read.
public protocol ContainerHost: AnyObject, Sendable {
    /// What the host is, and where its images lie.
    func information() throws(ContainerError) -> ContainerHostInformation

    /// All containers, by id.
    func containers() throws(ContainerError) -> [Container]
    /// The container with this id.
    func container(_ id: ContainerID) throws(ContainerError) -> Container
    /// Makes a container, which is off. Several may have one name.
    ///
    /// - Throws: `InvalidName`, `InvalidMemory`, `InvalidArgument`, `ImageNotFound`, `ImageAmbiguous`, `SwitchNotFound`, `NetworkFull`; for
    ///   RuntimeType HyperV also what its machine needs (`UtilityVMKernelNotUsable`, `UtilityVMFilesNotMade`, `ToolNotFound`).
    func createContainer(_ specification: ContainerSpecification) throws(ContainerError) -> Container
    /// Starts a container that is off, and returns when it runs. A failed start has undone what it did.
    ///
    /// - Throws: `ContainerAlreadyRunning`, `StartFailed`, `RuntimeNotFound`, `RuntimeNotUsable`, `NetworkFailed`, `MountFailed`,
    ///   `ProgramNotFound` and its kin of a main process; the codes of utility VMs.
    @discardableResult
    func startContainer(_ id: ContainerID) throws(ContainerError) -> Container
    /// Starts a container that has a main process, and attaches the caller to it: what it prints comes here from its first byte on. The
    /// process is the container's: `close()` lets go of it, and it runs on. `wait()` returns once the container is off and, where it is
    /// to be, removed.
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
    /// Removes a container that is off with its files, with `force` one in any state.
    ///
    /// - Throws: `ContainerNotStopped`.
    func removeContainer(_ id: ContainerID, force: Bool) throws(ContainerError)
    /// Changes a container that is off. A change of runtime type keeps its files.
    ///
    /// - Throws: `ContainerNotStopped`, `InvalidName`, `UtilityVMDiskFailed`.
    @discardableResult
    func updateContainer(_ id: ContainerID, _ change: ContainerChange) throws(ContainerError) -> Container

    /// All images, by name.
    func images() throws(ContainerError) -> [ContainerImage]
    /// All virtual switches, by name.
    func switches() throws(ContainerError) -> [VirtualSwitch]
    /// All running container systems, by id.
    func computeProcesses() throws(ContainerError) -> [ComputeProcess]
    /// Ends a container system as when the power goes.
    ///
    /// - Parameter id: a guid, or the beginning of one.
    /// - Throws: `ComputeProcessNotFound`, `ContainerIdAmbiguous`.
    func stopComputeProcess(_ id: String) throws(ContainerError)

    /// Starts a process in a running container. It ends when its client closes it, unless it is detached.
    ///
    /// - Throws: `ContainerNotRunning`, `ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`, `InvalidArgument`.
    func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess
    /// What its main processes printed, the oldest first; not more than the host keeps.
    func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput]
    /// The numbers that the host gives the processes of a container, by the numbers that they have inside; empty where the host's kernel
    /// does not run them, and for a container that is off.
    func hostProcessIDs(of id: ContainerID) throws(ContainerError) -> [Int32: Int32]
    /// The container that a process of the host belongs to: one that runs inside it, or its utility VM's worker.
    func container(ofHostProcess pid: Int32) -> ContainerID?
    /// The container whose utility VM's worker has this user; nil where none has.
    func container(ofWorkerUser user: UInt32) -> ContainerID?
    /// The worker processes of the running utility VMs.
    func workerProcesses() -> [ContainerID: Int32]
}

extension ContainerHost {
    /// The containers with exactly this name, without case.
    public func containers(named name: String) throws(ContainerError) -> [Container] {
        let wanted = name.lowercased()
        return try containers().filter { $0.name.lowercased() == wanted }
    }

    /// The one container with this name. `ContainerNotFound`, or `ContainerNameAmbiguous` with their ids.
    public func container(named name: String) throws(ContainerError) -> Container {
        try ContainerLookup.one(named: name, in: try containers())
    }

    /// The one container whose id begins so (a whole id is its own prefix). `ContainerNotFound`, `ContainerIdAmbiguous`.
    public func container(idPrefix prefix: String) throws(ContainerError) -> Container {
        try ContainerLookup.one(idPrefix: prefix, in: try containers())
    }

    /// By name or, where no container has that name, by id prefix.
    public func container(nameOrID text: String) throws(ContainerError) -> Container {
        let all = try containers()
        let wanted = text.lowercased()
        if all.contains(where: { $0.name.lowercased() == wanted }) { return try ContainerLookup.one(named: text, in: all) }
        guard all.contains(where: { $0.id.matches(prefix: text) }) else { throw .containerNotFound(name: text, all: all) }
        return try ContainerLookup.one(idPrefix: text, in: all)
    }

    /// The image that a reference names. `ImageNotFound` lists those there are, `ImageAmbiguous` those that fit.
    public func image(_ reference: ImageReference) throws(ContainerError) -> ContainerImage {
        try ImageLookup.one(reference, in: try images())
    }
}
