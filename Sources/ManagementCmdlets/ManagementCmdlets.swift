import CmdletKit
import Formatting
import Interpreter
import Values

/// The cmdlets of Microsoft.PowerShell.Management.
public enum ManagementCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Management")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(AddContent.self),
        module.cmdlet(ClearContent.self),
        module.cmdlet(ClearItem.self),
        module.cmdlet(ClearItemProperty.self),
        module.cmdlet(ConvertPath.self),
        module.cmdlet(CopyItem.self),
        module.cmdlet(GetChildItem.self),
        module.cmdlet(GetClipboard.self),
        module.cmdlet(GetContent.self),
        module.cmdlet(GetItem.self),
        module.cmdlet(GetItemProperty.self),
        module.cmdlet(GetItemPropertyValue.self),
        module.cmdlet(GetLocation.self),
        module.cmdlet(GetPSDrive.self),
        module.cmdlet(GetPSProvider.self),
        module.cmdlet(GetProcess.self),
        module.cmdlet(GetTimeZone.self),
        module.cmdlet(InvokeItem.self),
        module.cmdlet(JoinPath.self),
        module.cmdlet(MoveItem.self),
        module.cmdlet(NewItem.self),
        module.cmdlet(NewItemProperty.self),
        module.cmdlet(NewPSDrive.self),
        module.cmdlet(PopLocation.self),
        module.cmdlet(PushLocation.self),
        module.cmdlet(RemoveItem.self),
        module.cmdlet(RemoveItemProperty.self),
        module.cmdlet(RemovePSDrive.self),
        module.cmdlet(RenameItem.self),
        module.cmdlet(ResolvePath.self),
        module.cmdlet(SetClipboard.self),
        module.cmdlet(SetContent.self),
        module.cmdlet(SetItem.self),
        module.cmdlet(SetItemProperty.self),
        module.cmdlet(SetLocation.self),
        module.cmdlet(SplitPath.self),
        module.cmdlet(StartProcess.self),
        module.cmdlet(StopProcess.self),
        module.cmdlet(TestConnection.self),
        module.cmdlet(TestPath.self),
        module.cmdlet(WaitProcess.self),
    ]

    /// The format views of processes, files, drives, locations and connection tests.
    public static let views: [View] =
        ProcessViews.all + FileViews.all + DriveViews.all + PathInfoView.all + TestConnectionViews.all

    /// Registers the cmdlets with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
    }
}
