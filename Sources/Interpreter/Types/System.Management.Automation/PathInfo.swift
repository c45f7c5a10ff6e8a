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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PathInfo") { PathInfo.type }
}
