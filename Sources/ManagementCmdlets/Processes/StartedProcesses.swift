import Interpreter
import LinuxSystem

/// The child processes that the session left running. Those that have ended are reaped when the next one starts.
final class StartedProcesses {
    private var running: [ChildProcess] = []

    /// The list of an engine.
    static func of(_ engine: Engine) -> StartedProcesses {
        if let known = engine.service(StartedProcesses.self) { return known }
        let made = StartedProcesses()
        engine.provide(made)
        return made
    }

    /// Adds a child and reaps those that have ended.
    func add(_ child: ChildProcess) {
        running.removeAll { $0.poll() != nil }
        running.append(child)
    }
}
