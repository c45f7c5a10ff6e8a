import CmdletKit
import Interpreter

/// All that sessions bring to a shell: the cmdlets that enter containers, and how this host's containers are entered.
public enum SessionModule {
    private static let core = "Microsoft.PowerShell.Core"

    /// Enter-PSSession, Exit-PSSession and Invoke-Command. An endpoint has them too: inside a container they run in-process or refuse.
    public static let cmdlets: [CmdletRegistration] = [
        CmdletRegistration(
            EnterPSSession.self, module: core, implementingType: "Microsoft.PowerShell.Commands.EnterPSSessionCommand"),
        CmdletRegistration(
            ExitPSSession.self, module: core, implementingType: "Microsoft.PowerShell.Commands.ExitPSSessionCommand"),
        CmdletRegistration(
            InvokeCommand.self, module: core, implementingType: "Microsoft.PowerShell.Commands.InvokeCommandCommand"),
    ]

    /// Lets the engine's session cmdlets enter the containers of its host.
    package static func provide(_ connector: some SessionConnector, to engine: Engine) {
        engine.provide(connector, as: (any SessionConnector).self)
    }
}
