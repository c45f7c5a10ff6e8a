import ContainerModel
import LinuxSystem

/// Containers that run as long as their command does. There is no supervisor here: the shell itself waits for the command.
extension SimulatedContainerHost {
    @discardableResult
    public func startContainer(_ id: ContainerID) throws(ContainerError) -> Container {
        guard let main = try container(id).mainProcess else {
            try begin(id)
            return try container(id)
        }
        let process = try startMain(id, main, columns: 80, rows: 24)
        do throws(SystemError) {
            try SystemThread.start { [self] in
                record(process, of: id)
                _ = process.wait()
                process.close()
            }
        } catch {
            process.close()
            throw .state(error, "The container's command cannot be waited for.")
        }
        return try container(id)
    }

    public func startAttached(
        _ id: ContainerID, columns: UInt16, rows: UInt16
    ) throws(ContainerError) -> any ContainerProcess {
        try startMain(id, try container(id).mainProcess ?? MainProcess(), columns: columns, rows: rows)
    }

    private func startMain(
        _ id: ContainerID, _ main: MainProcess, columns: UInt16, rows: UInt16
    ) throws(ContainerError) -> any ContainerProcess {
        let run = try begin(id)
        do {
            let process = try execute(
                in: id,
                ProcessSpecification(
                    arguments: try container(id).command, userID: main.userID, groupID: main.groupID, terminal: main.terminal,
                    columns: columns, rows: rows))
            if !main.keepsInputOpen { process.closeStandardInput() }
            return SimulatedMainProcess(process) { [self] code in
                // The container may have been restarted since.
                _ = try? end(id, run: run, exitCode: code)
                if main.removesContainer { try? removeContainer(id, force: true) }
            }
        } catch {
            _ = try? end(id, exitCode: 127)
            throw error
        }
    }

    /// Stores the output of a main process to which no client is attached.
    private func record(_ process: any ContainerProcess, of id: ContainerID) {
        guard let output = process.terminal ?? process.standardOutput else { return }
        while let bytes = try? readSome(output, atMost: 1 << 16) {
            append(ContainerOutput(time: wallSeconds(), stream: .output, text: String(decoding: bytes, as: UTF8.self)), to: id)
        }
    }
}
