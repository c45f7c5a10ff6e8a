import Values

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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSDriveInfo") { DriveObject.type }
}
