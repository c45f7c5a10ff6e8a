import Containers
import Interpreter

/// A container host that releases the interpreter lock during long operations, so that other runspaces can run.
final class WaitingContainerHost: ContainerHost {
    private let host: any ContainerHost

    init(_ host: any ContainerHost) { self.host = host }

    /// Runs an operation without the lock. It passes a Result, because `Engine.waiting` cannot carry a typed throw.
    private func waiting<T>(_ body: () throws(ContainerError) -> T) throws(ContainerError) -> T {
        let result = Engine.waiting { () -> Result<T, ContainerError> in
            do throws(ContainerError) { return .success(try body()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    func information() throws(ContainerError) -> ContainerHostInformation { try host.information() }
    func containers() throws(ContainerError) -> [Container] { try host.containers() }
    func container(_ id: ContainerID) throws(ContainerError) -> Container { try host.container(id) }
    func createContainer(_ specification: ContainerSpecification) throws(ContainerError) -> Container {
        try waiting { () throws(ContainerError) in try host.createContainer(specification) }
    }
    func startContainer(_ id: ContainerID) throws(ContainerError) -> Container {
        try waiting { () throws(ContainerError) in try host.startContainer(id) }
    }
    func startAttached(_ id: ContainerID, columns: UInt16, rows: UInt16) throws(ContainerError) -> any ContainerProcess {
        try waiting { () throws(ContainerError) in try host.startAttached(id, columns: columns, rows: rows) }
    }
    func stopContainer(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) -> Container {
        try waiting { () throws(ContainerError) in try host.stopContainer(id, mode) }
    }
    func removeContainer(_ id: ContainerID, force: Bool) throws(ContainerError) {
        try waiting { () throws(ContainerError) in try host.removeContainer(id, force: force) }
    }
    func updateContainer(_ id: ContainerID, _ change: ContainerChange) throws(ContainerError) -> Container {
        try waiting { () throws(ContainerError) in try host.updateContainer(id, change) }
    }
    func images() throws(ContainerError) -> [ContainerImage] { try host.images() }
    func switches() throws(ContainerError) -> [VirtualSwitch] { try host.switches() }
    func computeProcesses() throws(ContainerError) -> [ComputeProcess] { try host.computeProcesses() }
    func stopComputeProcess(_ id: String) throws(ContainerError) {
        try waiting { () throws(ContainerError) in try host.stopComputeProcess(id) }
    }
    func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess {
        try waiting { () throws(ContainerError) in try host.execute(in: id, process) }
    }
    func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput] { try host.output(of: id) }
    func hostProcessIDs(of id: ContainerID) throws(ContainerError) -> [Int32: Int32] { try host.hostProcessIDs(of: id) }
    func container(ofHostProcess pid: Int32) -> ContainerID? { host.container(ofHostProcess: pid) }
    func container(ofWorkerUser user: UInt32) -> ContainerID? { host.container(ofWorkerUser: user) }
    func workerProcesses() -> [ContainerID: Int32] { host.workerProcesses() }
}
