import Agent
import AgentProtocol
import Glibc
import LinuxSystem

/// Runs processes of the test machine, so that the agent's loop can be tested without a utility VM. The specification of a process
/// is a shell command.
final class PlainRuntime: GuestRuntime {
    private var children: [ChildProcess] = []
    var tornDown = 0

    func configure(_ machine: MachineConfiguration) {}

    func start(_ bundle: BundleStart) throws(AgentError) -> LaunchedProcess {
        try launch(bundle.config, input: false)
    }

    func exec(_ process: ProcessStart) throws(AgentError) -> LaunchedProcess {
        if process.specification.isEmpty { throw AgentError("nothing to run") }
        return try launch(process.specification, input: true)
    }

    func export() throws(AgentError) -> LaunchedProcess { try launch("echo archive", input: false) }

    func ended() -> [(pid: Int32, code: Int32)] {
        var result: [(pid: Int32, code: Int32)] = []
        children.removeAll { child in
            guard let code = child.poll() else { return false }
            result.append((child.pid, code))
            return true
        }
        return result
    }

    func signal(_ pid: Int32, _ number: Int32) {
        children.first { $0.pid == pid }?.signal(number)
    }

    func sync() {}

    func tearDown() {
        tornDown += 1
        for child in children { child.signal(SIGKILL) }
    }

    private func launch(_ command: String, input: Bool) throws(AgentError) -> LaunchedProcess {
        do throws(SystemError) {
            let (stdin, stdout, stderr) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
            var options = SpawnOptions(arguments: ["/bin/sh", "-c", command])
            options.setStandard(input: input ? stdin.read.raw : nil, output: stdout.write.raw, error: stderr.write.raw)
            let child = try spawn("/bin/sh", options)
            children.append(child)
            var ends: [StreamIdentifier.End: Descriptor] = [.standardOutput: stdout.read, .standardError: stderr.read]
            if input { ends[.standardInput] = stdin.write }
            return LaunchedProcess(pid: child.pid, ends: ends)
        } catch {
            throw AgentError(error)
        }
    }
}
