import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Host.
public enum HostCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Host")

    /// Every cmdlet of the module, by name.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(StartTranscript.self),
        module.cmdlet(StopTranscript.self),
    ]

    /// Brings the cmdlets to an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
