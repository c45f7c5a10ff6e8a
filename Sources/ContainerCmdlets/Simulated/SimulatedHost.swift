import CmdletSupport
import Containers
import Interpreter
import LinuxSystem

/// The container host of `-Engine Simulated`: containers, processes and files belong to one shell and end with it.
public final class SimulatedHost {
    /// The engine's own simulated host.
    package let host = SimulatedContainerHost()
    private static let user = "Administrator"

    /// A host without containers. Its files are made when they are first needed.
    public init() {}

    /// The text that the shell shows at its start.
    public static let announcement =
        "Simulated host: containers, processes and C:\\ are played from a recording.\n"
        + "Nothing in them runs for real. This machine's files are on Z:\\."

    /// The drives: `C:\`, which the host simulates, and `Z:\`, the root of this machine's files, so that scripts can be run from
    /// it.
    /// - Throws: `ContainerError` if the folder behind `C:\` cannot be made.
    public func fileSystem() throws -> FileSystemView {
        let drives = WindowsDrives(
            [
                WindowsDrives.Drive("C", root: try host.hostDrive(), ignoresCase: true),
                WindowsDrives.Drive("Z", root: "", ignoresCase: false),
            ], home: #"C:\Users\"# + Self.user)
        return FileSystemView(drives: drives)
    }

    /// Provides an engine with the host's containers, processes and environment variables.
    public func provide(to engine: Engine) {
        engine.provide(ContainerService(host))
        engine.provide(SimulatedProcessSource(host), as: (any ProcessSource).self)
        for variable in SimulatedEnvironment.variables(computerName: SimulatedContainerHost.computerName, user: Self.user) {
            engine.environment[variable.name] = variable.value
        }
    }

    /// Removes the containers and the files.
    public func end() {
        for container in (try? host.containers()) ?? [] { try? host.removeContainer(container.id, force: true) }
        host.removeFiles()
    }
}
