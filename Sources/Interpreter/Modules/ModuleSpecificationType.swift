import SourceText
import Syntax
import Values

/// Microsoft.PowerShell.Commands.ModuleSpecification: a `ModuleSpecification` as an object.
enum ModuleSpecificationType {
    private static func read(_ value: Value) -> ModuleSpecification? {
        value.asObject(NativeObject<ModuleSpecification>.self)?.value
    }

    private static func box(_ specification: ModuleSpecification) -> Value {
        .object(NativeObject(specification, type: type, text: { $0.text }))
    }

    private static func version(_ name: String, _ path: any KeyPath<ModuleSpecification, String?> & Sendable) -> Member {
        .property(name, "version") { value in
            guard let text = read(value)?[keyPath: path] else { return .null }
            return Version(text)?.boxed ?? .string(text)
        }
    }

    static let type: ObjectType = ObjectType(
        "Microsoft.PowerShell.Commands.ModuleSpecification", base: .object,
        members: [
            .property("Name", "string") { .string(read($0)?.name ?? "") },
            .property("Guid", "System.Nullable[guid]") { value in
                try read(value)?.guid.map { try Conversion.convert(.string($0), to: GuidType.type) } ?? .null
            },
            version("Version", \.minimum),
            .property("MaximumVersion", "string") { read($0)?.maximum.map { .string($0) } ?? .null },
            version("RequiredVersion", \.required),
            .method("Equals", "object other", returns: "bool") { value, arguments in .bool(read(value) == read(arguments[0])) },
            .method("GetHashCode", returns: "int") { value, _ in .int(Int32(truncatingIfNeeded: read(value).hashValue)) },
        ],
        statics: [
            .function("TryParse", "string input", "object result", returns: "bool") { arguments in
                guard let parsed = try parse(arguments.string(0)) else { return .bool(false) }
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(box(parsed))
                return .bool(true)
            }
        ],
        construct: { arguments in
            guard !arguments[0].isNull else {
                throw ValueError(
                    "Value cannot be null.", id: "ArgumentNullException", exception: "System.ArgumentNullException",
                    category: "InvalidArgument")
            }
            return box(try ModuleSpecification.fromArgument(arguments[0]))
        },
        convert: { $0.isNull ? .null : box(try ModuleSpecification.fromArgument($0)) })

    /// Parses a name, or a hashtable literal of constants, which is not evaluated; nil where it is neither.
    static func parse(_ text: String) throws -> ModuleSpecification? {
        guard text.hasPrefix("@{") else { return text.isEmpty ? nil : ModuleSpecification(name: text) }
        let syntax = Parser.parse(SourceFile(text: text))
        guard syntax.errors.isEmpty, let statement = syntax.script.endBlock?.statements.first,
            case .hashtable(let node)? = expression(statement)
        else { return nil }
        let table = HashtableObject()
        for entry in node.entries {
            guard case .string(let key) = entry.key, let value = constant(entry.value) else { return nil }
            table[key.value] = value
        }
        return try? ModuleSpecification.fromArgument(.object(table))
    }

    private static func expression(_ statement: Statement) -> Expression? {
        guard case .pipeline(let pipeline) = statement, case .expression(let inner, _)? = pipeline.elements.first else {
            return nil
        }
        return inner
    }

    private static func constant(_ statement: Statement) -> Value? {
        switch expression(statement) {
        case .string(let node): .string(node.value)
        case .number(let node): Compiler.value(of: node.value)
        default: nil
        }
    }
}
