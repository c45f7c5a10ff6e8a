import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The document's Windows host, in memory: for replaying the document, for learning without privileges, and for tests of the shell. The
/// rules of names, states, images and errors are those of every host; only processes and numbers are played from a recording.
public final class SimulatedContainerHost: ContainerHost {
    struct State {
        var containers: [ContainerID: Entry] = [:]
        var processes: SimulatedProcessTable
        var recordedIDs: ArraySlice<String>
    }

    struct Entry {
        var container: Container
        /// Seconds of the monotonic clock; nil where it does not run.
        var started: Double?
        /// The processes that were started in it and may still run: they end with the container.
        var guests: [Guest] = []
        var output: [ContainerOutput] = []
    }

    /// How many pieces of output the host keeps of each container.
    static let keptOutput = 1000

    struct Guest {
        weak var process: (any ContainerProcess)?
    }

    private let recording: Recording
    let files = SimulatedFiles()
    let state: Mutex<State>

    /// The host's name, as the document's prompts do not show it.
    public static let computerName = "CONTAINERHOST"

    /// Makes a host that shows the containers of the recorded document.
    public convenience init() { self.init(.document) }

    /// Makes a host that takes its process ids, container ids and image ids from a recording.
    package init(_ recording: Recording) {
        self.recording = recording
        state = Mutex(State(processes: SimulatedProcessTable(recording), recordedIDs: recording.containerIDs[...]))
    }

    public func information() throws(ContainerError) -> ContainerHostInformation {
        ContainerHostInformation(
            name: Self.computerName, containerImageRepositoryLocation: #"C:\ProgramData\Microsoft\Windows\Images"#,
            engine: "Simulated")
    }

    public func images() throws(ContainerError) -> [ContainerImage] {
        recording.imageIDs.sorted { $0.key < $1.key }.map { name, id in
            ContainerImage(id: id, name: name, publisher: BuiltInImage.publisher, version: BuiltInImage.version, isOSImage: true)
        }
    }

    public func switches() throws(ContainerError) -> [VirtualSwitch] {
        [VirtualSwitch(name: "NAT", switchType: .nat), VirtualSwitch(name: "Virtual Switch", switchType: .internal)]
    }

    // MARK: Containers

    public func containers() throws(ContainerError) -> [Container] {
        state.withLock { state in state.containers.values.map(Self.now).sorted { $0.id < $1.id } }
    }

    public func container(_ id: ContainerID) throws(ContainerError) -> Container {
        guard let entry = state.withLock({ $0.containers[id] }) else { throw .containerNotFound(id: id.text) }
        return Self.now(entry)
    }

    public func createContainer(_ specification: ContainerSpecification) throws(ContainerError) -> Container {
        let id = state.withLock { state in state.recordedIDs.popFirst().flatMap { ContainerID($0) } ?? ContainerID() }
        do {
            let checked = try ContainerRules.checked(specification, id: id)
            let image = try image(checked.image)
            let all = try switches()
            let name = try checked.switchName.map { wanted throws(ContainerError) in
                guard let found = all.first(where: { $0.name.lowercased() == wanted.lowercased() }) else {
                    throw ContainerError.switchNotFound(wanted, all)
                }
                return found.name
            }
            let container = Container(
                id: id, name: checked.name, parentImageName: image.name, parentImageID: image.id, runtimeType: checked.runtimeType,
                switchName: name, created: wallSeconds(), command: checked.command ?? ["cmd"],
                mainProcess: checked.mainProcess, computerName: checked.computerName ?? checked.name, memory: checked.memory)
            state.withLock { $0.containers[id] = Entry(container: container) }
            return container
        } catch {
            // A container that was not made has used no id.
            state.withLock { state in
                if recording.containerIDs.contains(id.text) { state.recordedIDs = [id.text] + state.recordedIDs }
            }
            throw error
        }
    }

    /// Puts a container into the state running.
    /// - Returns: when that was, by which `end` knows this run.
    @discardableResult
    func begin(_ id: ContainerID) throws(ContainerError) -> Double {
        let now = monotonicSeconds()
        try change(id) { entry, processes throws(ContainerError) in
            guard entry.container.state == .off else {
                throw .alreadyRunning(entry.container)
            }
            entry.container.state = .running
            entry.container.reason = nil
            entry.started = now
            processes.start(id, entry.container.runtimeType)
        }
        return now
    }

    @discardableResult
    public func stopContainer(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) -> Container {
        // A command is ended by a signal, init ends by itself.
        let code: Int32 = try container(id).mainProcess == nil ? 0 : 128 + (mode == .turnOff ? SIGKILL : SIGTERM)
        return try end(id, exitCode: code) { container throws(ContainerError) in
            guard container.state != .off else { throw .notRunning(container) }
        }
    }

    public func removeContainer(_ id: ContainerID, force: Bool) throws(ContainerError) {
        try end(id) { container throws(ContainerError) in
            if !force { try ContainerRules.checkStopped(container) }
        }
        state.withLock { $0.containers[id] = nil }
        files.remove(id)
    }

    @discardableResult
    public func updateContainer(_ id: ContainerID, _ change: ContainerChange) throws(ContainerError) -> Container {
        if let name = change.name, !ContainerRules.isValidName(name) { throw .invalidName(name) }
        return try self.change(id) { entry, _ throws(ContainerError) in
            try ContainerRules.checkStopped(entry.container)
            if let name = change.name {
                if entry.container.computerName == entry.container.name { entry.container.computerName = name }
                entry.container.name = name
            }
            if let type = change.runtimeType { entry.container.runtimeType = type }
        }
    }

    /// Puts a container into the state off, where it is not yet, and ends what runs in it.
    /// - Parameter run: only where this is the run that goes on; nil for any.
    @discardableResult
    func end(
        _ id: ContainerID, run: Double? = nil, exitCode: Int32 = 0, reason: String? = nil,
        unless check: (Container) throws(ContainerError) -> Void = { _ in }
    ) throws(ContainerError) -> Container {
        var guests: [Guest] = []
        let container = try change(id) { entry, processes throws(ContainerError) in
            try check(entry.container)
            guard let started = entry.started, run == nil || run == started else { return }
            processes.stop(id)
            entry.container.state = .off
            entry.container.exitCode = exitCode
            entry.container.ended = wallSeconds()
            entry.container.reason = reason
            entry.started = nil
            (guests, entry.guests) = (entry.guests, [])
        }
        // Kill the processes, and leave their descriptors to the clients, who close them at the end of file.
        for guest in guests { guest.process?.signal(SIGKILL) }
        return container
    }

    private static func now(_ entry: Entry) -> Container {
        var container = entry.container
        if let started = entry.started { container.uptime = monotonicSeconds() - started }
        return container
    }

    @discardableResult
    private func change(
        _ id: ContainerID, _ body: (inout Entry, inout SimulatedProcessTable) throws(ContainerError) -> Void
    ) throws(ContainerError) -> Container {
        try state.withLock { state throws(ContainerError) in
            guard var entry = state.containers[id] else { throw ContainerError.containerNotFound(id: id.text) }
            try body(&entry, &state.processes)
            state.containers[id] = entry
            return Self.now(entry)
        }
    }
}
