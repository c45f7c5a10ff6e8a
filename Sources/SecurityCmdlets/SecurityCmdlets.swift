import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Security that PowerShell has on Linux as well.
public enum SecurityCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Security")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(ConvertFromSecureString.self),
        module.cmdlet(ConvertToSecureString.self),
        module.cmdlet(GetCredential.self),
        module.cmdlet(GetExecutionPolicy.self),
        module.cmdlet(SetExecutionPolicy.self),
    ]

    /// Registers the cmdlets with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
