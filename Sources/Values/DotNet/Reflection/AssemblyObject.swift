/// System.Reflection.Assembly: where a type comes from. There are no assemblies here: it has the name that .NET's has.
final class AssemblyObject: Object {
    private let name: String

    init(of type: ObjectType) {
        name =
            type.name.hasPrefix("System.Management.Automation.")
            ? "System.Management.Automation" : type.script == nil ? "System.Private.CoreLib" : "PowerShell Class Assembly"
        super.init()
    }

    override var type: ObjectType { Self.objectType }
    override var stringForm: String? { fullName }

    private var version: String { name == "System.Management.Automation" ? "7.6.0.0" : "10.0.0.0" }
    private var fullName: String { "\(name), Version=\(version), Culture=neutral" }

    private static func own(_ value: Value) -> AssemblyObject? { value.asObject(AssemblyObject.self) }

    static let objectType = ObjectType(
        "System.Reflection.Assembly", base: .object,
        members: [
            .property("FullName", "string") { .string(own($0)?.fullName ?? "") },
            .property("Location", "string") { _ in .string("") },
            .property("IsDynamic", "bool") { _ in .bool(false) },
            .property("ImageRuntimeVersion", "string") { _ in .string("") },
            .method("GetName", returns: "System.Reflection.AssemblyName") { value, _ in
                .object(
                    CustomObject(
                        [
                            ("Name", .string(own(value)?.name ?? "")),
                            ("Version", Version(own(value)?.version ?? "")?.boxed ?? .null),
                        ], type: ObjectType("System.Reflection.AssemblyName", base: .object)))
            },
            .method("GetType", "string name", "object throwOnError?", "object ignoreCase?", returns: "type") { _, arguments in
                TypeTable.builtin.find(arguments.string(0)).map { .object(TypeObject($0)) } ?? .null
            },
        ])
}
