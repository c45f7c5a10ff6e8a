import CmdletKit

/// The cmdlets that enter containers.
public enum SessionCmdlets {
    private static let core = "Microsoft.PowerShell.Core"

    public static let all: [CmdletRegistration] = [
        CmdletRegistration(
            EnterPSSession.self, module: core, implementingType: "Microsoft.PowerShell.Commands.EnterPSSessionCommand"),
        CmdletRegistration(
            ExitPSSession.self, module: core, implementingType: "Microsoft.PowerShell.Commands.ExitPSSessionCommand"),
        CmdletRegistration(
            InvokeCommand.self, module: core, implementingType: "Microsoft.PowerShell.Commands.InvokeCommandCommand"),
    ]

    /// Those of them that the far side of a session has.
    public static let inEndpoint = all
}

/// A service that only the far side of a session has.
public struct EndpointRole {
    public init() {}
}
