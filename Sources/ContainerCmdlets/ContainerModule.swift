import CmdletKit
import CmdletSupport
import Completion
import Containers
import Formatting
import Interpreter
import LinuxSystem
import Values

/// All that containers bring to a shell: cmdlets, views, completers, services.
public enum ContainerModule {
    private static func registration<C: Cmdlet>(_ type: C.Type, module: String = "Containers") -> CmdletRegistration {
        CmdletRegistration(
            type, module: module,
            implementingType: "Microsoft.Containers.PowerShell.Cmdlets." + C.declaration.name.filter { $0 != "-" })
    }

    public static let cmdlets: [CmdletRegistration] =
        [
            registration(NewContainer.self), registration(GetContainer.self), registration(StartContainer.self),
            registration(StopContainer.self), registration(RemoveContainer.self), registration(SetContainer.self),
            registration(GetContainerImage.self), registration(GetContainerHost.self),
            registration(GetVMSwitch.self, module: "Hyper-V"),
            registration(GetComputeProcess.self, module: "HostComputeService"),
            registration(StopComputeProcess.self, module: "HostComputeService"),
        ]

    /// Commands that are called as programs are.
    public static let programs: [ProgramRegistration] = [
        ProgramRegistration(DockerProgram.self, name: "docker", module: "Containers")
    ]

    public static let views: [View] = ContainerViews.all

    /// Completers by the names that parameters give them: `container`, `image`, `switch`.
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

    /// Gives an engine the Linux host's containers and processes.
    ///
    /// - Parameter stateRoot: where the containers' state is; nil for BULKHEAD_STATE_ROOT, else the default.
    /// - Returns: the host.
    public static func provideLinuxHost(to engine: Engine, stateRoot: String?) -> LinuxContainerHost {
        let path = stateRoot ?? Environment.value("BULKHEAD_STATE_ROOT") ?? StateRoot.defaultPath
        let configuration = LinuxContainerHost.Configuration(
            root: StateRoot(path: path), executable: "/proc/self/exe",
            networkNamespace: Environment.value("BULKHEAD_NETWORK_NAMESPACE"))
        let host = LinuxContainerHost(configuration)
        engine.provide(ContainerService(host))
        // The worker of a utility VM runs as a user of its own, which no account file knows: it goes by the container's id.
        engine.provide(
            LinuxProcessSource(userName: { user in host.container(ofWorkerUser: user)?.upperCased }), as: (any ProcessSource).self)
        return host
    }
}
