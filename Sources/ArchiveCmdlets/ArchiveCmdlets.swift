import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Archive.
public enum ArchiveCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Archive")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(CompressArchive.self),
        module.cmdlet(ExpandArchive.self),
    ]

    /// Registers the cmdlets with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
