/// System.Text.StringBuilder.
public final class StringBuilderObject: Object {
    var text: String

    /// Starts with a text.
    public init(_ text: String) {
        self.text = text
        super.init()
    }

    /// Adds a text at the end.
    public func append(_ added: String) { text += added }

    public override var type: ObjectType { StringBuilderType.type }
    public override var stringForm: String? { text }
}

enum StringBuilderType {
    private static func builder(_ value: Value) throws -> StringBuilderObject {
        guard let builder = value.asObject(StringBuilderObject.self) else { throw StringMembers.outOfRange("index") }
        return builder
    }

    private static func changing(
        _ name: String, _ parameters: String..., change: @escaping @Sendable (inout String, Arguments) throws -> Void
    ) -> Member {
        Member(
            name,
            .method([
                Overload(parameters, returns: "System.Text.StringBuilder") { value, arguments in
                    try change(&builder(value).text, arguments)
                    return value
                }
            ]))
    }

    static let type = ObjectType(
        "System.Text.StringBuilder", base: .object,
        members: [
            .property(
                "Length", "int",
                set: { value, length in
                    let builder = try builder(value)
                    let wanted = Int(try Conversion.int32(length))
                    let count = builder.text.utf16.count
                    guard wanted >= 0, wanted <= 1 << 30 else { throw StringMembers.outOfRange("value") }
                    builder.text =
                        wanted <= count
                        ? try StringMembers.slice(builder.text, 0, wanted)
                        : builder.text + String(repeating: "\0", count: wanted - count)
                }
            ) { Value.integer(try builder($0).text.utf16.count) },
            .property("Capacity", "int") { Value.integer(max(16, try builder($0).text.utf16.count)) },
            .method(
                "Append",
                overloads: [
                    Overload("object value", returns: "System.Text.StringBuilder") { value, arguments in
                        if case .array(let units) = arguments[0], units.elementType === ObjectType.char {
                            try builder(value).text += units.elements.map(\.displayText).joined()
                        } else {
                            try builder(value).text += arguments[0].roundTripText
                        }
                        return value
                    },
                    Overload("char value", "int repeatCount", returns: "System.Text.StringBuilder") { value, arguments in
                        guard (0...1 << 30).contains(arguments.int(1)) else { throw StringMembers.outOfRange("repeatCount") }
                        try builder(value).text += String(repeating: arguments[0].displayText, count: arguments.int(1))
                        return value
                    },
                    Overload("string value", "int startIndex", "int count", returns: "System.Text.StringBuilder") {
                        value, arguments in
                        try builder(value).text += try StringMembers.slice(arguments.string(0), arguments.int(1), arguments.int(2))
                        return value
                    },
                ]),
            .method(
                "AppendLine",
                overloads: [
                    Overload(returns: "System.Text.StringBuilder") { value, _ in
                        try builder(value).text += "\n"
                        return value
                    },
                    Overload("string value", returns: "System.Text.StringBuilder") { value, arguments in
                        try builder(value).text += arguments.string(0) + "\n"
                        return value
                    },
                ]),
            .method("AppendFormat", "string format", "params object[] args", returns: "System.Text.StringBuilder") {
                value, arguments in
                try builder(value).text += try CompositeFormat.format(arguments.string(0), arguments.list(1))
                return value
            },
            .method("AppendJoin", "string separator", "params object[] values", returns: "System.Text.StringBuilder") {
                value, arguments in
                try builder(value).text += arguments.list(1).map(\.roundTripText).joined(separator: arguments.string(0))
                return value
            },
            changing("Insert", "int index", "object value") { text, arguments in
                text =
                    try StringMembers.slice(text, 0, arguments.int(0)) + arguments.string(1)
                    + StringMembers.slice(text, arguments.int(0), nil)
            },
            changing("Remove", "int startIndex", "int length") { text, arguments in
                let (start, length) = (arguments.int(0), arguments.int(1))
                let removed = try StringMembers.slice(text, start, length).utf16.count
                text = try StringMembers.slice(text, 0, start) + StringMembers.slice(text, start + removed, nil)
            },
            changing("Replace", "string oldValue", "string newValue") { text, arguments in
                guard !arguments.string(0).isEmpty else { throw StringMembers.outOfRange("oldValue") }
                text = text.replacing(arguments.string(0), with: arguments.string(1))
            },
            changing("Clear") { text, _ in text = "" },
            .method(
                "ToString",
                overloads: [
                    Overload(returns: "string") { value, _ in .string(try builder(value).text) },
                    Overload("int startIndex", "int length", returns: "string") { value, arguments in
                        .string(try StringMembers.slice(try builder(value).text, arguments.int(0), arguments.int(1)))
                    },
                ]),
            .method("EnsureCapacity", "int capacity", returns: "int") {
                $1[0].isNull ? .int(16) : .int(Int32(clamping: max(16, $1.int(0))))
            },
        ],
        construct: { arguments in
            if arguments.count == 0 || arguments[0].text == nil && (try? Conversion.int32(arguments[0])) != nil {
                return .object(StringBuilderObject(""))
            }
            return .object(StringBuilderObject(arguments.string(0)))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.StringBuilder") { StringBuilderType.type }
}
