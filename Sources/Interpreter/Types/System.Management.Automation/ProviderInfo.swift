import Values

/// System.Management.Automation.ProviderInfo: a provider as an object.
public enum ProviderObject {
    /// The object of a provider.
    public static func make(_ provider: Provider) -> Value {
        .object(NativeObject(provider, type: type, text: { $0.qualifiedName }))
    }

    /// The type.
    public static let type = ObjectType(
        "System.Management.Automation.ProviderInfo", base: .object,
        members: [
            .property("ImplementingType", "type", of: Provider.self, \.name) {
                .string("Microsoft.PowerShell.Commands.\($0)Provider")
            },
            .property("HelpFile", "string", of: Provider.self, \.name) { _ in .string("System.Management.Automation.dll-Help.xml")
            },
            .property("Name", "string", of: Provider.self, \.name) { .string($0) },
            .property("PSSnapIn", "System.Management.Automation.PSSnapInInfo", of: Provider.self, \.name) { _ in
                PSSnapInInfo.core
            },
            .property("ModuleName", "string", of: Provider.self, \.name) { _ in .string("Microsoft.PowerShell.Core") },
            .property("Module", "System.Management.Automation.PSModuleInfo", of: Provider.self, \.name) { _ in .null },
            .property("Description", "string", of: Provider.self, \.name) { _ in .string("") },
            .property("Capabilities", "System.Management.Automation.Provider.ProviderCapabilities", of: Provider.self, \.self) {
                .object(EnumObject(ProviderCapabilities.type, rawValue: $0 == .fileSystem ? 52 : 16))
            },
            .property("Home", "string", of: Provider.self, \.self) {
                .string($0 == .fileSystem ? Engine.ofThread?.fileSystem.home ?? "" : "")
            },
            .property(
                "Drives", "System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo]", of: Provider.self,
                \.self
            ) {
                .array([DriveObject.make($0.drive)])
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ProviderInfo") { ProviderObject.type }
}
