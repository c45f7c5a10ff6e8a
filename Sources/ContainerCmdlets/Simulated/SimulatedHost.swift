import CmdletSupport
import Containers
import Interpreter
import LinuxSystem

/// The simulated host as a shell's: its containers, processes and files. They are the shell's own and end with it.
public final class SimulatedHost {
    package let host = SimulatedContainerHost()
    private static let user = "Administrator"

    public init() {}

    /// What the banner says.
    public static let announcement =
        "Simulated host: containers, processes and C:\\ are played from a recording.\n"
        + "Nothing in them runs for real. This machine's files are on Z:\\."

    /// Its own `C:\` and, as `Z:\`, the files of this machine, for scripts and what they bring along.
    public func fileSystem() throws -> FileSystemView {
        let drives = WindowsDrives(
            [
                WindowsDrives.Drive("C", root: try host.hostDrive(), ignoresCase: true),
                WindowsDrives.Drive("Z", root: "", ignoresCase: false),
            ], home: #"C:\Users\"# + Self.user)
        return FileSystemView(drives: drives)
    }

    /// Makes it the container host of an engine.
    public func provide(to engine: Engine) {
        engine.provide(ContainerService(host))
        engine.provide(SimulatedProcessSource(host), as: (any ProcessSource).self)
        for variable in SimulatedEnvironment.variables(computerName: SimulatedContainerHost.computerName, user: Self.user) {
            engine.environment[variable.name] = variable.value
        }
    }

    /// Ends its containers and removes its files.
    public func end() {
        for container in (try? host.containers()) ?? [] { try? host.removeContainer(container.id, force: true) }
        host.removeFiles()
    }
}
