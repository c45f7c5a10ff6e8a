import CmdletKit

/// The cmdlets of Microsoft.PowerShell.Utility, and those of Core that move objects through a pipeline.
public enum UtilityCmdlets {
    private static let core = "Microsoft.PowerShell.Core"
    private static let utility = "Microsoft.PowerShell.Utility"

    public static let all: [CmdletRegistration] = [
        CmdletRegistration(WhereObject.self, module: core),
        CmdletRegistration(ForEachObject.self, module: core),
        CmdletRegistration(OutNull.self, module: core),
        CmdletRegistration(OutDefault.self, module: core),
        CmdletRegistration(OutHost.self, module: core),
        CmdletRegistration(SelectObject.self, module: utility),
        CmdletRegistration(SortObject.self, module: utility),
        CmdletRegistration(GroupObject.self, module: utility),
        CmdletRegistration(MeasureObject.self, module: utility),
        CmdletRegistration(TeeObject.self, module: utility),
        CmdletRegistration(CompareObject.self, module: utility),
        CmdletRegistration(GetUnique.self, module: utility),
        CmdletRegistration(FormatTable.self, module: utility),
        CmdletRegistration(FormatList.self, module: utility),
        CmdletRegistration(FormatWide.self, module: utility),
        CmdletRegistration(OutString.self, module: utility),
        CmdletRegistration(OutFile.self, module: utility),
        CmdletRegistration(WriteOutput.self, module: utility),
        CmdletRegistration(WriteHost.self, module: utility),
        CmdletRegistration(WriteError.self, module: utility),
        CmdletRegistration(WriteWarning.self, module: utility),
        CmdletRegistration(WriteVerbose.self, module: utility),
        CmdletRegistration(WriteDebug.self, module: utility),
        CmdletRegistration(WriteInformation.self, module: utility),
        CmdletRegistration(GetMember.self, module: utility),
        CmdletRegistration(AddMember.self, module: utility),
        CmdletRegistration(ConvertToJson.self, module: utility),
        CmdletRegistration(ConvertFromJson.self, module: utility),
        CmdletRegistration(ConvertToCsv.self, module: utility),
        CmdletRegistration(ConvertFromCsv.self, module: utility),
        CmdletRegistration(ConvertFromStringData.self, module: utility),
        CmdletRegistration(JoinString.self, module: utility),
        CmdletRegistration(NewGuid.self, module: utility),
        CmdletRegistration(NewTimeSpan.self, module: utility),
        CmdletRegistration(NewTemporaryFile.self, module: utility),
        CmdletRegistration(NewTemporaryDirectory.self, module: utility),
        CmdletRegistration(GetRandom.self, module: utility),
        CmdletRegistration(GetSecureRandom.self, module: utility),
        CmdletRegistration(GetVerb.self, module: utility),
    ]
}
