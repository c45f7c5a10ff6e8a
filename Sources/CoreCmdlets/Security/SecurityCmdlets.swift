import CmdletKit

/// The cmdlets of Microsoft.PowerShell.Security that make sense on Linux.
public enum SecurityCmdlets {
    private static let security = "Microsoft.PowerShell.Security"

    public static let all: [CmdletRegistration] = [
        CmdletRegistration(ConvertToSecureString.self, module: security),
        CmdletRegistration(ConvertFromSecureString.self, module: security),
        CmdletRegistration(GetCredential.self, module: security),
        CmdletRegistration(GetExecutionPolicy.self, module: security),
        CmdletRegistration(SetExecutionPolicy.self, module: security),
    ]
}
