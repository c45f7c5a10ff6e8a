import CmdletKit

/// The cmdlets over modules and over the language itself.
public enum ModuleCmdlets {
    private static let core = "Microsoft.PowerShell.Core"

    public static let all: [CmdletRegistration] = [
        CmdletRegistration(ImportModule.self, module: core), CmdletRegistration(NewModule.self, module: core),
        CmdletRegistration(GetModule.self, module: core), CmdletRegistration(RemoveModule.self, module: core),
        CmdletRegistration(ExportModuleMember.self, module: core), CmdletRegistration(TestModuleManifest.self, module: core),
        CmdletRegistration(NewModuleManifest.self, module: core),
        CmdletRegistration(UpdateModuleManifest.self, module: "PowerShellGet"),
        CmdletRegistration(SetStrictMode.self, module: core),
        CmdletRegistration(AddType.self, module: "Microsoft.PowerShell.Utility"),
    ]
}
