import CmdletKit
import CmdletSupport
import Completion
import Containers
import Formatting
import Interpreter
import LinuxSystem
import Values

/// What containers add to a shell: cmdlets, the docker command, format views, completers and services.
public enum ContainerModule {
    private static func registration<C: Cmdlet>(_ type: C.Type, module: String = "Containers") -> CmdletRegistration {
        CmdletRegistration(
            type, module: module,
            implementingType: "Microsoft.Containers.PowerShell.Cmdlets." + C.declaration.name.filter { $0 != "-" })
    }

    /// The cmdlets of the modules Containers, Hyper-V and HostComputeService.
    public static let cmdlets: [CmdletRegistration] =
        [
            registration(NewContainer.self), registration(GetContainer.self), registration(StartContainer.self),
            registration(StopContainer.self), registration(RemoveContainer.self), registration(SetContainer.self),
            registration(GetContainerImage.self), registration(GetContainerHost.self),
            registration(GetVMSwitch.self, module: "Hyper-V"),
            registration(GetComputeProcess.self, module: "HostComputeService"),
            registration(StopComputeProcess.self, module: "HostComputeService"),
        ]

    /// Adds cmdlets and programs to an engine. Its container host comes with `provideLinuxHost` or `SimulatedHost.provide`.
    public static func install(in engine: Engine) {
        engine.commands.add(cmdlets)
        engine.commands.add(programs)
    }

    /// Commands that are called as programs are.
    public static let programs: [ProgramRegistration] = [
        ProgramRegistration(DockerProgram.self, name: "docker", module: "Containers")
    ]

    /// The format views of containers, images, switches and the host.
    public static let views: [View] = ContainerViews.all

    /// Argument completers by the names under which parameters ask for them: `container`, `image`, `switch`.
    public static let completers: [String: NamedCompleter] = [
        "container": { engine, prefix in
            let all = (try? engine.service(ContainerService.self)?.host.containers()) ?? []
            let named = all.filter { $0.name.hasPrefixIgnoringCase(prefix) }
            let identified = prefix.isEmpty ? [] : all.filter { $0.id.matches(prefix: prefix) }
            return named.map {
                .init(Quoting.word($0.name), label: $0.name, detail: "\($0.state.rawValue), \($0.runtimeType.rawValue)")
            }
                + identified.map { .init($0.id.text, detail: $0.name) }
        },
        "image": { engine, prefix in
            let all = (try? engine.service(ContainerService.self)?.host.images()) ?? []
            return all.filter { $0.name.hasPrefixIgnoringCase(prefix) }.map {
                .init(Quoting.word($0.name), label: $0.name, detail: $0.version)
            }
        },
        "switch": { engine, prefix in
            let all = (try? engine.service(ContainerService.self)?.host.switches()) ?? []
            return all.filter { $0.name.hasPrefixIgnoringCase(prefix) }.map {
                .init(Quoting.word($0.name), label: $0.name, detail: $0.switchType.rawValue)
            }
        },
    ]

    /// Provides an engine with the containers and the processes of this Linux host.
    /// - Parameter stateRoot: the folder that holds the containers' state; nil for BULKHEAD_STATE_ROOT, or else the default.
    public static func provideLinuxHost(to engine: Engine, stateRoot: String?) -> LinuxContainerHost {
        let path = stateRoot ?? Environment.value("BULKHEAD_STATE_ROOT") ?? StateRoot.defaultPath
        let configuration = LinuxContainerHost.Configuration(
            root: StateRoot(path: path), executable: "/proc/self/exe",
            networkNamespace: Environment.value("BULKHEAD_NETWORK_NAMESPACE"))
        let host = LinuxContainerHost(configuration)
        engine.provide(ContainerService(host))
        // The worker process of a utility VM runs as a user ID that no account file lists; its user name is the container's ID.
        engine.provide(
            LinuxProcessSource(userName: { user in host.container(ofWorkerUser: user)?.upperCased }), as: (any ProcessSource).self)
        return host
    }
}
