import CmdletSupport
import Containers
import Values

/// The processes of the simulated host, or of one of its containers. Each listing advances the recording by a step.
package struct SimulatedProcessSource: ProcessSource {
    private let host: SimulatedContainerHost
    private let container: ContainerID?
    private let asAdministrator: Bool

    /// - Parameter container: the container whose processes are listed; nil for the host.
    package init(_ host: SimulatedContainerHost, container: ContainerID? = nil, asAdministrator: Bool = true) {
        self.host = host
        self.container = container
        self.asAdministrator = asAdministrator
    }

    package var style: ProcessStyle { .windows }

    package func processes() -> [ProcessSnapshot] { host.processes(in: container).map(snapshot) }
    package func lookUp() -> [ProcessSnapshot] { host.processes(in: container, isListing: false).map(snapshot) }

    private func snapshot(_ process: SimulatedProcess) -> ProcessSnapshot {
        ProcessSnapshot(
            id: process.id, hostID: container == nil ? nil : process.hostID, name: process.name, userName: process.userName,
            handles: process.values.handles, nonpagedMemory: process.values.nonpagedKilobytes << 10,
            pagedMemory: process.values.pagedKilobytes << 10, workingSet: process.values.workingSetKilobytes << 10,
            virtualMemory: process.values.virtualMegabytes << 20, cpu: process.values.cpuSeconds, sessionID: process.sessionID)
    }

    package func stop(_ id: Int32, force: Bool) throws {
        let name = lookUp().first { $0.id == id }?.name ?? ""
        do {
            try host.stopProcess(id, in: container, force: force, asAdministrator: asAdministrator)
        } catch {
            throw ValueError.couldNotStopProcess(
                "Cannot stop process \"\(name) (\(id))\" because of the following error: \(error.message)")
        }
    }
}
