import CmdletKit
import Interpreter
import Values

/// The cmdlets of Microsoft.PowerShell.Management and .Core, and those of .Utility that have no output of their own to format.
public enum ManagementCmdlets {
    private static let management = "Microsoft.PowerShell.Management"
    private static let utility = "Microsoft.PowerShell.Utility"
    private static let core = "Microsoft.PowerShell.Core"
    private static let host = "Microsoft.PowerShell.Host"
    private static let archive = "Microsoft.PowerShell.Archive"

    public static let all: [CmdletRegistration] =
        processes + items + variables + [
            CmdletRegistration(CompressArchive.self, module: archive), CmdletRegistration(ExpandArchive.self, module: archive),
            CmdletRegistration(TestConnection.self, module: management), CmdletRegistration(GetClipboard.self, module: management),
            CmdletRegistration(SetClipboard.self, module: management), CmdletRegistration(UnblockFile.self, module: utility),
            CmdletRegistration(StartTranscript.self, module: host), CmdletRegistration(StopTranscript.self, module: host),
            CmdletRegistration(StartSleep.self, module: utility),
            CmdletRegistration(GetDate.self, module: utility), CmdletRegistration(MeasureCommand.self, module: utility),
            CmdletRegistration(InvokeExpression.self, module: utility), CmdletRegistration(ReadHost.self, module: utility),
            CmdletRegistration(NewObject.self, module: utility),
            CmdletRegistration(GetCommand.self, module: core), CmdletRegistration(GetHelp.self, module: core),
            CmdletRegistration(GetHistory.self, module: core), CmdletRegistration(ClearHistory.self, module: core),
            CmdletRegistration(AddHistory.self, module: core), CmdletRegistration(InvokeHistory.self, module: core),
            CmdletRegistration(ClearHost.self, module: core), CmdletRegistration(GetPSCallStack.self, module: utility),
            CmdletRegistration(SetPSDebug.self, module: core), CmdletRegistration(GetPSBreakpoint.self, module: utility),
            CmdletRegistration(SetPSBreakpoint.self, module: utility), CmdletRegistration(RemovePSBreakpoint.self, module: utility),
        ]

    private static let processes = [
        CmdletRegistration(GetProcess.self, module: management), CmdletRegistration(StopProcess.self, module: management),
        CmdletRegistration(StartProcess.self, module: management), CmdletRegistration(WaitProcess.self, module: management),
        CmdletRegistration(GetUptime.self, module: utility), CmdletRegistration(GetTimeZone.self, module: management),
    ]

    private static let items = [
        CmdletRegistration(NewItemProperty.self, module: management),
        CmdletRegistration(RemoveItemProperty.self, module: management),
        CmdletRegistration(GetLocation.self, module: management), CmdletRegistration(SetLocation.self, module: management),
        CmdletRegistration(PushLocation.self, module: management), CmdletRegistration(PopLocation.self, module: management),
        CmdletRegistration(GetChildItem.self, module: management), CmdletRegistration(GetItem.self, module: management),
        CmdletRegistration(NewItem.self, module: management), CmdletRegistration(RemoveItem.self, module: management),
        CmdletRegistration(CopyItem.self, module: management), CmdletRegistration(MoveItem.self, module: management),
        CmdletRegistration(RenameItem.self, module: management), CmdletRegistration(SetItem.self, module: management),
        CmdletRegistration(ClearItem.self, module: management), CmdletRegistration(InvokeItem.self, module: management),
        CmdletRegistration(TestPath.self, module: management), CmdletRegistration(JoinPath.self, module: management),
        CmdletRegistration(SplitPath.self, module: management), CmdletRegistration(ResolvePath.self, module: management),
        CmdletRegistration(ConvertPath.self, module: management),
        CmdletRegistration(GetContent.self, module: management), CmdletRegistration(SetContent.self, module: management),
        CmdletRegistration(AddContent.self, module: management), CmdletRegistration(ClearContent.self, module: management),
        CmdletRegistration(GetItemProperty.self, module: management), CmdletRegistration(SetItemProperty.self, module: management),
        CmdletRegistration(GetItemPropertyValue.self, module: management),
        CmdletRegistration(ClearItemProperty.self, module: management),
        CmdletRegistration(GetPSDrive.self, module: management), CmdletRegistration(NewPSDrive.self, module: management),
        CmdletRegistration(RemovePSDrive.self, module: management), CmdletRegistration(GetPSProvider.self, module: management),
    ]

    private static let variables = [
        CmdletRegistration(GetVariable.self, module: utility), CmdletRegistration(SetVariable.self, module: utility),
        CmdletRegistration(NewVariable.self, module: utility), CmdletRegistration(ClearVariable.self, module: utility),
        CmdletRegistration(RemoveVariable.self, module: utility), CmdletRegistration(GetAlias.self, module: utility),
        CmdletRegistration(SetAlias.self, module: utility), CmdletRegistration(NewAlias.self, module: utility),
        CmdletRegistration(RemoveAlias.self, module: utility), CmdletRegistration(ExportAlias.self, module: utility),
        CmdletRegistration(ImportAlias.self, module: utility),
    ]

    /// The types that these cmdlets bring along.
    static var types: [ObjectType] {
        [
            FileItemTypes.file, FileItemTypes.folder, ChoiceDescription.objectType, FileAttributes.objectType,
            ScopedItemOptions.objectType,
            GetPSCallStack.type, GroupInfo.objectType, MatchInfo.objectType, PathInfo.type, DriveObject.type,
            ProviderObject.type,
            ProcessStartInfo.objectType, ByteCollection.type,
        ]
    }
}
