import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Host.
public enum HostCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Host")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(StartTranscript.self),
        module.cmdlet(StopTranscript.self),
    ]

    /// Registers the cmdlets with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
