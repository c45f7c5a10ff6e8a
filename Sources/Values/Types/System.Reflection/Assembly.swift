/// System.Reflection.Assembly: where a type comes from. There are no assemblies here: it has the name that .NET's has.
final class AssemblyObject: Object {
    private let name: String

    init(of type: ObjectType) {
        name =
            type.name.hasPrefix("System.Management.Automation.")
            ? "System.Management.Automation" : type.script == nil ? "System.Private.CoreLib" : "PowerShell Class Assembly"
        super.init()
    }

    private init(named name: String) {
        self.name = name
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
                        ], type: .assemblyName))
            },
            .method("GetTypes", returns: "type[]") { _, _ in .array(ArrayObject([], of: .type)) },
            .method("GetType", "string name", "object throwOnError?", "object ignoreCase?", returns: "type") { _, arguments in
                TypeTable.builtin.find(arguments.string(0)).map { .object(TypeObject($0)) } ?? .null
            },
        ],
        statics: [
            .function("LoadWithPartialName", "string partialName", returns: "System.Reflection.Assembly") { arguments in
                known(arguments.string(0)).map { .object($0) } ?? .null
            },
            .function("Load", "string assemblyString", returns: "System.Reflection.Assembly") { arguments in
                if let assembly = known(arguments.string(0)) { return .object(assembly) }
                throw ValueError(
                    "Could not load file or assembly '\(arguments.string(0))'. The system cannot find the file specified.",
                    id: "FileNotFoundException", exception: "System.IO.FileNotFoundException", category: "NotSpecified")
            },
            .function("GetAssembly", "type type", returns: "System.Reflection.Assembly") { arguments in
                arguments[0].asObject(TypeObject.self).map { .object(AssemblyObject(of: $0.represented)) } ?? .null
            },
        ])

    /// The assembly of a name, for the assemblies whose types are here: scripts load them (`Add-Type -AssemblyName System.Web`).
    private static func known(_ name: String) -> AssemblyObject? {
        let short = name.prefix { $0 != "," }.lowercased()
        let names = [
            "system", "system.core", "system.web", "system.xml", "system.xml.linq", "system.security", "system.net.http",
            "system.management.automation", "system.io.compression", "system.io.compression.filesystem", "mscorlib",
            "system.numerics", "system.collections", "system.linq", "system.private.corelib",
        ]
        return names.contains(short) ? AssemblyObject(named: String(name.prefix { $0 != "," })) : nil
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.Assembly") { AssemblyObject.objectType }
}
