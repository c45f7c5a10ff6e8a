import Values

/// System.Management.Automation.PathInfo: a location, as Get-Location and `$PWD` return it.
public enum PathInfo {
    struct Location {
        let path: String
        let providerPath: String
        let drive: Drive
        let provider: Provider
    }

    /// The object of a location.
    /// - Parameter path: the path as the user sees it.
    public static func make(_ path: String, _ engine: Engine) -> Value {
        let drive =
            DrivePath.split(path).flatMap { engine.drive($0.name) } ?? engine.standardDrives.first ?? Provider.fileSystem.drive
        let isFile = drive.provider == .fileSystem
        let location = Location(
            path: path,
            providerPath: isFile
                ? engine.fileSystem.display(engine.fileSystem.hostPath(path)) : String(path.drop { $0 != ":" }.dropFirst(2)),
            drive: drive, provider: drive.provider)
        return .object(NativeObject(location, type: type, text: { $0.path }))
    }

    /// The type.
    public static let type = ObjectType(
        "System.Management.Automation.PathInfo", base: .object,
        members: [
            .property("Drive", "System.Management.Automation.PSDriveInfo", of: Location.self, \.drive) { DriveObject.make($0) },
            .property("Provider", "System.Management.Automation.ProviderInfo", of: Location.self, \.provider) {
                ProviderObject.make($0)
            },
            .property("ProviderPath", "string", of: Location.self, \.providerPath) { .string($0) },
            .property("Path", "string", of: Location.self, \.path) { .string($0) },
        ])
}

/// System.Management.Automation.PSDriveInfo: a drive as an object.
public enum DriveObject {
    /// The object of a drive; objects of drives of one name are equal.
    public static func make(_ drive: Drive) -> Value {
        .object(
            NativeObject(
                drive, type: type, text: { $0.name },
                equality: { own, other in DriveObject.drive(other).map { $0.name.equalsIgnoringCase(own.name) } }))
    }

    /// The drive of a PSDriveInfo; nil for other objects.
    public static func drive(_ value: Value) -> Drive? { value.asObject(NativeObject<Drive>.self)?.value }

    /// The type.
    public static let type = ObjectType(
        "System.Management.Automation.PSDriveInfo", base: .object,
        members: [
            .property("CurrentLocation", "string", of: Drive.self, \.name) { _ in .string("") },
            .property("Name", "string", of: Drive.self, \.name) { .string($0) },
            .property("Provider", "System.Management.Automation.ProviderInfo", of: Drive.self, \.provider) {
                ProviderObject.make($0)
            },
            .property("Root", "string", of: Drive.self, \.root) { .string($0) },
            .property("Description", "string", of: Drive.self, \.description) { .string($0) },
            .property("Used", "long", of: Drive.self, \.self) { space($0).map { .long($0.used) } ?? .null },
            .property("Free", "long", of: Drive.self, \.self) { space($0).map { .long($0.free) } ?? .null },
            .property("MaximumSize", "long", of: Drive.self, \.name) { _ in .null },
            .property("Credential", "System.Management.Automation.PSCredential", of: Drive.self, \.name) { _ in .null },
            .property("DisplayRoot", "string", of: Drive.self, \.name) { _ in .null },
        ])

    private static func space(_ drive: Drive) -> FileSystemSpace? {
        drive.provider == .fileSystem ? FileSystemSpace(drive.root) : nil
    }
}

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
                .string("Microsoft.PowerShell.Core")
            },
            .property("ModuleName", "string", of: Provider.self, \.name) { _ in .string("Microsoft.PowerShell.Core") },
            .property("Module", "System.Management.Automation.PSModuleInfo", of: Provider.self, \.name) { _ in .null },
            .property("Description", "string", of: Provider.self, \.name) { _ in .string("") },
            .property("Capabilities", "System.Management.Automation.Provider.ProviderCapabilities", of: Provider.self, \.self) {
                .string($0 == .fileSystem ? "Filter, ShouldProcess, Credentials" : "ShouldProcess")
            },
            .property("Home", "string", of: Provider.self, \.self) {
                .string($0 == .fileSystem ? Engine.ofThread?.fileSystem.home ?? "" : "")
            },
            .property("Drives", "System.Collections.ObjectModel.Collection[PSDriveInfo]", of: Provider.self, \.self) {
                .array([DriveObject.make($0.drive)])
            },
        ])
}
