import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Security that make sense on Linux.
public enum SecurityCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Security")

    /// Every cmdlet of the module, by name.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(ConvertFromSecureString.self),
        module.cmdlet(ConvertToSecureString.self),
        module.cmdlet(GetCredential.self),
        module.cmdlet(GetExecutionPolicy.self),
        module.cmdlet(SetExecutionPolicy.self),
    ]

    /// Brings the cmdlets to an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
