import Interpreter
import LinuxSystem

/// The processes that the session started and left running: those that end are reaped whenever another one starts.
final class StartedProcesses {
    private var running: [ChildProcess] = []

    static func of(_ engine: Engine) -> StartedProcesses {
        if let known = engine.service(StartedProcesses.self) { return known }
        let made = StartedProcesses()
        engine.provide(made)
        return made
    }

    func add(_ child: ChildProcess) {
        running.removeAll { $0.poll() != nil }
        running.append(child)
    }
}
