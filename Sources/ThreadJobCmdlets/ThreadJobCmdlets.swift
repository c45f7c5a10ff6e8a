import CmdletKit
import Interpreter

/// The cmdlet of Microsoft.PowerShell.ThreadJob.
public enum ThreadJobCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.ThreadJob")

    /// The module's cmdlet.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(StartThreadJob.self, namespace: "Microsoft.PowerShell.ThreadJob")
    ]

    /// Registers the cmdlet with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
