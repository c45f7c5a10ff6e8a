import CmdletKit
import Interpreter

/// The cmdlet of Microsoft.PowerShell.ThreadJob.
public enum ThreadJobCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.ThreadJob")

    /// Every cmdlet of the module, by name.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(StartThreadJob.self, namespace: "Microsoft.PowerShell.ThreadJob")
    ]

    /// Brings the cmdlets to an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
