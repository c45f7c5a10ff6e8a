import CmdletKit
import Formatting
import Interpreter
import Values

/// The cmdlets of Microsoft.PowerShell.Core.
public enum CoreCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Core")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(AddHistory.self),
        module.cmdlet(ClearHistory.self),
        module.cmdlet(ClearHost.self),
        module.cmdlet(ExportModuleMember.self),
        module.cmdlet(ForEachObject.self),
        module.cmdlet(GetCommand.self),
        module.cmdlet(GetHelp.self),
        module.cmdlet(GetHistory.self),
        module.cmdlet(GetJob.self),
        module.cmdlet(GetModule.self),
        module.cmdlet(ImportModule.self),
        module.cmdlet(InvokeHistory.self),
        module.cmdlet(NewModule.self),
        module.cmdlet(NewModuleManifest.self),
        module.cmdlet(OutDefault.self),
        module.cmdlet(OutHost.self),
        module.cmdlet(OutNull.self),
        module.cmdlet(ReceiveJob.self),
        module.cmdlet(RegisterArgumentCompleter.self),
        module.cmdlet(RemoveJob.self),
        module.cmdlet(RemoveModule.self),
        module.cmdlet(SetPSDebug.self),
        module.cmdlet(SetStrictMode.self),
        module.cmdlet(StartJob.self),
        module.cmdlet(StopJob.self),
        module.cmdlet(TabExpansion2.self),
        module.cmdlet(TestModuleManifest.self),
        module.cmdlet(WaitJob.self),
        module.cmdlet(WhereObject.self),
    ]

    /// Update-ModuleManifest, which PowerShellGet has in PowerShell. It is in this target because it shares the parameters of
    /// New-ModuleManifest.
    private static let updateModuleManifest = CmdletModule("PowerShellGet").cmdlet(UpdateModuleManifest.self)

    /// The format views of commands, modules, the history, help and jobs.
    public static let views: [View] = CoreViews.all + HelpViews.all + JobViews.all

    /// Registers the cmdlets, the services that they need, and the type Platform with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
        engine.commands.add([updateModuleManifest])
        engine.provide(BlockShell(RunShellBlock.registration))
        engine.provide(BackgroundPipelines(), as: (any BackgroundStarter).self)
    }
}
