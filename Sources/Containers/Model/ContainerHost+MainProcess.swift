import Glibc
import LinuxSystem

/// What a host without supervisors does: the main process is one that the calling program starts beside the container's init.
extension ContainerHost {
    public func startAttached(
        _ id: ContainerID, columns: UInt16, rows: UInt16
    ) throws(ContainerError) -> any ContainerProcess {
        let container = try startContainer(id)
        do {
            let main = container.mainProcess ?? MainProcess()
            let process = try execute(
                in: id,
                ProcessSpecification(
                    arguments: container.command, workingDirectory: main.workingDirectory ?? "/", userID: main.userID,
                    groupID: main.groupID, terminal: main.terminal, columns: columns, rows: rows))
            if !main.keepsInputOpen { process.closeStandardInput() }
            return HostedMainProcess(process) { [self] in
                _ = try? stopContainer(id, .turnOff)
                if main.removesContainer { try? removeContainer(id, force: true) }
            }
        } catch {
            _ = try? stopContainer(id, .turnOff)
            throw error
        }
    }

    public func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput] {
        _ = try container(id)
        return []
    }
}

/// A process whose end is its container's.
private final class HostedMainProcess: ContainerProcess {
    private let process: any ContainerProcess
    private let thenStop: @Sendable () -> Void

    init(_ process: any ContainerProcess, thenStop: @escaping @Sendable () -> Void) {
        self.process = process
        self.thenStop = thenStop
    }

    var terminal: Int32? { process.terminal }
    var standardInput: Int32? { process.standardInput }
    var standardOutput: Int32? { process.standardOutput }
    var standardError: Int32? { process.standardError }
    var control: Int32? { process.control }
    func closeStandardInput() { process.closeStandardInput() }
    func resize(columns: UInt16, rows: UInt16) { process.resize(columns: columns, rows: rows) }
    func signal(_ number: Int32) { process.signal(number) }
    func wait() -> Int32 {
        let code = process.wait()
        thenStop()
        return code
    }
    func close() { process.close() }
}
