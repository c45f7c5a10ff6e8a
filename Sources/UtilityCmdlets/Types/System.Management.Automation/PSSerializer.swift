import CmdletSupport
import Interpreter
import Values

/// System.Management.Automation.PSSerializer: converts objects to CLIXML text and back.
enum PSSerializerType {
    private static let deepest = 100

    static let type = ObjectType(
        "System.Management.Automation.PSSerializer", base: .object,
        statics: [
            .function("Serialize", "object source", "int depth?", returns: "string") { arguments in
                guard let engine = Engine.ofThread else { return .null }
                let depth = arguments.count > 1 ? arguments.int(1) : 1
                guard depth > 0 else {
                    throw ValueError(
                        "Specified argument was out of the range of valid values: a depth is at least 1, not \(depth). (Parameter 'depth')",
                        id: "PSArgumentException", exception: "System.ArgumentOutOfRangeException", category: "InvalidArgument")
                }
                return .string(try JobClixml.text(arguments[0], depth: min(depth, deepest), engine))
            },
            .function("Deserialize", "string source", returns: "object") { arguments in
                let objects = try objects(arguments.string(0))
                return objects.count == 1 ? objects[0] : .array(objects)
            },
            .function("DeserializeAsList", "string source", returns: "object[]") { .array(try objects($0.string(0))) },
        ])

    private static func objects(_ text: String) throws -> [Value] {
        var reader = ClixmlReader()
        return try reader.objects(of: text)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSSerializer") { PSSerializerType.type }
}
