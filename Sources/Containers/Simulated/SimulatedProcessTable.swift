import ContainerModel

/// The simulated host's process table. Each listing of a process moves on to its next recorded values, and stays at the last.
struct SimulatedProcessTable: Sendable {
    private struct Entry: Sendable {
        var process: Recording.Process
        var userName: String
        var container: ContainerID?
        /// False: inside its utility VM only.
        var onHost: Bool
        /// False: outside its container only.
        var inContainer: Bool
        var next = 0
    }

    private let recording: Recording
    private var entries: [Entry]

    init(_ recording: Recording) {
        self.recording = recording
        entries = recording.host.map {
            Entry(process: $0, userName: "NT AUTHORITY\\SYSTEM", container: nil, onHost: true, inContainer: false)
        }
    }

    /// A container's processes appear. The first container has the recorded numbers, others of its kind that run meanwhile have later ones.
    mutating func start(_ id: ContainerID, _ type: RuntimeType) {
        let recorded = type == .default ? recording.sharedKernel : recording.utilityVM
        for process in recorded {
            let own = type == .default ? free(process) : process
            entries.append(
                Entry(
                    process: own, userName: "NT AUTHORITY\\SYSTEM", container: id, onHost: type == .default, inContainer: true))
        }
        for worker in type == .hyperV ? recording.workers : [] {
            entries.append(
                Entry(process: free(worker), userName: id.upperCased, container: id, onHost: true, inContainer: false))
        }
    }

    /// A container's processes vanish.
    mutating func stop(_ id: ContainerID) { entries.removeAll { $0.container == id } }

    /// The processes that are visible inside a container or, for nil, on the host, sorted by name and then id.
    /// - Parameter movesOn: the next listing shows the next values.
    mutating func list(in container: ContainerID?, movesOn: Bool) -> [SimulatedProcess] {
        var result: [SimulatedProcess] = []
        for index in entries.indices {
            let entry = entries[index]
            guard container == nil ? entry.onHost : entry.container == container && entry.inContainer else { continue }
            guard
                let values = entry.process.values.indices.contains(entry.next)
                    ? entry.process.values[entry.next] : entry.process.values.last
            else { continue }
            if movesOn { entries[index].next = min(entry.next + 1, entry.process.values.count - 1) }
            result.append(
                SimulatedProcess(
                    id: entry.process.id, hostID: entry.onHost ? entry.process.id : nil, name: entry.process.name,
                    sessionID: entry.process.sessionID, userName: entry.userName, values: values, container: entry.container))
        }
        return result.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The container's processes by the number inside, with the number on the host.
    func hostIDs(of id: ContainerID) -> [Int32: Int32] {
        var result: [Int32: Int32] = [:]
        for entry in entries where entry.container == id && entry.onHost && entry.inContainer {
            result[entry.process.id] = entry.process.id
        }
        return result
    }

    /// The container that a number on the host belongs to.
    func container(of pid: Int32) -> ContainerID? { entries.first { $0.onHost && $0.process.id == pid }?.container }

    /// The worker process of a container's utility VM.
    func worker(of id: ContainerID) -> Int32? { entries.first { $0.container == id && $0.onHost && !$0.inContainer }?.process.id }

    /// The process with an id and a session that no other process has. As on Windows, ids are multiples of four.
    private func free(_ process: Recording.Process) -> Recording.Process {
        var result = process
        while entries.contains(where: { $0.onHost && $0.process.id == result.id }) {
            result.id &+= 4
            if process.sessionID > 0 { result.sessionID &+= 1 }
        }
        return result
    }
}
