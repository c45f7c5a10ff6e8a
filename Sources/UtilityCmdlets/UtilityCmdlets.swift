import CmdletKit
import Formatting
import Interpreter
import Values

/// The cmdlets of Microsoft.PowerShell.Utility.
public enum UtilityCmdlets {
    private static let module = CmdletModule("Microsoft.PowerShell.Utility")

    /// The module's cmdlets.
    public static let all: [CmdletRegistration] = [
        module.cmdlet(AddMember.self),
        module.cmdlet(AddType.self),
        module.cmdlet(ClearVariable.self),
        module.cmdlet(CompareObject.self),
        module.cmdlet(ConvertFromCsv.self),
        module.cmdlet(ConvertFromJson.self),
        module.cmdlet(ConvertFromStringData.self),
        module.cmdlet(ConvertToCsv.self),
        module.cmdlet(ConvertToHtml.self),
        module.cmdlet(ConvertToJson.self),
        module.cmdlet(ConvertToXml.self),
        module.cmdlet(ExportAlias.self),
        module.cmdlet(ExportClixml.self),
        module.cmdlet(ExportCsv.self),
        module.cmdlet(FormatCustom.self),
        module.cmdlet(FormatHex.self),
        module.cmdlet(FormatList.self),
        module.cmdlet(FormatTable.self),
        module.cmdlet(FormatWide.self),
        module.cmdlet(GetAlias.self),
        module.cmdlet(GetCulture.self),
        module.cmdlet(GetDate.self),
        module.cmdlet(GetError.self),
        module.cmdlet(GetEvent.self),
        module.cmdlet(GetEventSubscriber.self),
        module.cmdlet(GetFileHash.self),
        module.cmdlet(GetFormatData.self),
        module.cmdlet(GetHost.self),
        module.cmdlet(GetMember.self),
        module.cmdlet(GetPSBreakpoint.self),
        module.cmdlet(GetPSCallStack.self),
        module.cmdlet(GetRandom.self),
        module.cmdlet(GetRunspace.self),
        module.cmdlet(GetSecureRandom.self),
        module.cmdlet(GetTypeData.self),
        module.cmdlet(GetUICulture.self),
        module.cmdlet(GetUnique.self),
        module.cmdlet(GetUptime.self),
        module.cmdlet(GetVariable.self),
        module.cmdlet(GetVerb.self),
        module.cmdlet(GroupObject.self),
        module.cmdlet(ImportAlias.self),
        module.cmdlet(ImportClixml.self),
        module.cmdlet(ImportCsv.self),
        module.cmdlet(ImportLocalizedData.self),
        module.cmdlet(ImportPowerShellDataFile.self),
        module.cmdlet(InvokeExpression.self),
        module.cmdlet(InvokeRestMethod.self),
        module.cmdlet(InvokeWebRequest.self),
        module.cmdlet(JoinString.self),
        module.cmdlet(MeasureCommand.self),
        module.cmdlet(MeasureObject.self),
        module.cmdlet(NewAlias.self),
        module.cmdlet(NewEvent.self),
        module.cmdlet(NewGuid.self),
        module.cmdlet(NewObject.self),
        module.cmdlet(NewTemporaryDirectory.self),
        module.cmdlet(NewTemporaryFile.self),
        module.cmdlet(NewTimeSpan.self),
        module.cmdlet(NewVariable.self),
        module.cmdlet(OutFile.self),
        module.cmdlet(OutString.self),
        module.cmdlet(ReadHost.self),
        module.cmdlet(RegisterEngineEvent.self),
        module.cmdlet(RegisterObjectEvent.self),
        module.cmdlet(RemoveAlias.self),
        module.cmdlet(RemoveEvent.self),
        module.cmdlet(RemovePSBreakpoint.self),
        module.cmdlet(RemoveTypeData.self),
        module.cmdlet(RemoveVariable.self),
        module.cmdlet(SelectObject.self),
        module.cmdlet(SelectString.self),
        module.cmdlet(SelectXml.self),
        module.cmdlet(SetAlias.self),
        module.cmdlet(SetPSBreakpoint.self),
        module.cmdlet(SetVariable.self),
        module.cmdlet(SortObject.self),
        module.cmdlet(StartSleep.self),
        module.cmdlet(TeeObject.self),
        module.cmdlet(TestJson.self),
        module.cmdlet(UnblockFile.self),
        module.cmdlet(UnregisterEvent.self),
        module.cmdlet(UpdateFormatData.self),
        module.cmdlet(UpdateList.self),
        module.cmdlet(UpdateTypeData.self),
        module.cmdlet(WaitEvent.self),
        module.cmdlet(WriteDebug.self),
        module.cmdlet(WriteError.self),
        module.cmdlet(WriteHost.self),
        module.cmdlet(WriteInformation.self),
        module.cmdlet(WriteOutput.self),
        module.cmdlet(WriteProgress.self),
        module.cmdlet(WriteVerbose.self),
        module.cmdlet(WriteWarning.self),
    ]

    /// The format views of the cmdlets' output.
    public static let views: [View] = UtilityViews.all + StyleViews.all

    /// The .NET types of the module, each with the names by which scripts can name it beside its own.
    private static var types: [(ObjectType, [String])] {
        [
            (GetPSCallStack.type, []),
            (GroupInfo.objectType, []),
            (MatchInfo.objectType, []),
            (ByteCollection.type, []),
            (PSSerializerType.type, ["psserializer"]),
        ]
    }

    /// Registers the cmdlets, the loader of modules' type and format files, and the types with an engine.
    public static func install(in engine: Engine) {
        engine.commands.add(all)
        engine.provide(DisplayFiles(), as: (any DisplayFileLoader).self)
        engine.types.add(later: { types })
    }
}
