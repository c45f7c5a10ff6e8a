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

/// All cmdlets of PowerShell's own modules.
public enum StandardCmdlets {
    /// Registers the cmdlets and the services that they need with an engine. The .NET types register themselves.
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

    /// The format views of the cmdlets' output.
    public static let views: [View] = UtilityCmdlets.views + ManagementCmdlets.views + CoreCmdlets.views
}
