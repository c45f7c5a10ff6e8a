import CmdletKit
import Interpreter

/// The cmdlets of Microsoft.PowerShell.Archive.
public enum ArchiveCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Archive")

    /// Every cmdlet of the module, by name.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(CompressArchive.self),
        module.cmdlet(ExpandArchive.self),
    ]

    /// Brings the cmdlets to an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
