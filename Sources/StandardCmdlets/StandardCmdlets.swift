import ArchiveCmdlets
import CmdletSupport
import Completion
import Concurrency
import CoreCmdlets
import Formatting
import HostCmdlets
import Interpreter
import ManagementCmdlets
import ScriptTypes
import SecurityCmdlets
import ThreadJobCmdlets
import UtilityCmdlets

/// The cmdlets of PowerShell's own modules, all together, with the types of .NET that scripts expect beside them.
public enum StandardCmdlets {
    /// Brings the cmdlets, the types and the services that they need to an engine.
    public static func install(in engine: Engine) {
        engine.provideDocumentFiles()
        ManagementCmdlets.install(in: engine)
        UtilityCmdlets.install(in: engine)
        CoreCmdlets.install(in: engine)
        SecurityCmdlets.install(in: engine)
        ArchiveCmdlets.install(in: engine)
        HostCmdlets.install(in: engine)
        ThreadJobCmdlets.install(in: engine)
    }

    /// How what they write is shown.
    public static let views: [View] = UtilityCmdlets.views + ManagementCmdlets.views + CoreCmdlets.views
}
