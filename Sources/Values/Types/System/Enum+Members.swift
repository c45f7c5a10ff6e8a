/// System.Enum: what every enumeration's values and the type itself can do.
enum EnumMembers {
    static let instance: [Member] = [
        .method("HasFlag", "System.Enum flag", returns: "bool") { value, arguments in
            let own = try Conversion.integer(value)
            let wanted = try Conversion.integer(try Conversion.convert(arguments[0], to: value.type))
            return .bool(own & wanted == wanted)
        },
        .property("value__", "int") { value in
            let number = value.asObject(EnumObject.self)?.rawValue ?? 0
            return (value.type.enumeration?.underlying ?? .int32).convert.flatMap { try? $0(.long(number)) } ?? .long(number)
        },
    ]

    static func names(_ type: ObjectType) -> Value {
        .array(ArrayObject(sorted(type).map { .string($0.name) }, of: .string))
    }

    static func values(_ type: ObjectType) -> Value {
        .array(ArrayObject(sorted(type).map { .object(EnumObject(type, rawValue: $0.rawValue)) }, of: type))
    }

    static func numbers(_ type: ObjectType) -> Value {
        let number = underlying(type)
        return .array(ArrayObject(sorted(type).compactMap { try? Conversion.convert(.long($0.rawValue), to: number) }, of: number))
    }

    static func underlying(_ type: ObjectType) -> ObjectType { type.enumeration?.underlying ?? .int32 }

    /// By the number as it is without a sign, as .NET sorts them.
    private static func sorted(_ type: ObjectType) -> [(name: String, rawValue: Int64)] {
        (type.enumeration?.cases ?? []).enumerated().sorted { a, b in
            let (x, y) = (UInt64(bitPattern: a.element.rawValue), UInt64(bitPattern: b.element.rawValue))
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }

    static func name(_ type: ObjectType, _ value: Value) throws -> Value {
        let raw = try Conversion.integer(value)
        return type.enumeration?.cases.first { $0.rawValue == raw }.map { .string($0.name) } ?? .null
    }

    static func isDefined(_ type: ObjectType, _ value: Value) -> Bool {
        guard let cases = type.enumeration?.cases else { return false }
        if let text = value.text { return cases.contains { $0.name == text } }
        return (try? Conversion.integer(value)).map { raw in cases.contains { $0.rawValue == raw } } ?? false
    }

    private static func type(_ arguments: Arguments) throws -> ObjectType {
        if let type = arguments[0].asObject(TypeObject.self)?.represented, type.enumeration != nil { return type }
        throw ValueError(
            "Type provided must be an Enum. (Parameter 'enumType')", id: "ArgumentException", exception: "System.ArgumentException",
            category: "NotSpecified")
    }

    private static func parsed(_ type: ObjectType, _ text: String, ignoreCase: Bool) throws -> Value {
        let known = type.enumeration?.cases.contains { ignoreCase ? $0.name.equalsIgnoringCase(text) : $0.name == text } == true
        guard known || text.contains(",") || Int64(text) != nil, let raw = type.enumeration?.rawValue(of: text) else {
            throw ValueError(
                "Requested value '\(text)' was not found.", id: "ArgumentException", exception: "System.ArgumentException",
                category: "NotSpecified")
        }
        return .object(EnumObject(type, rawValue: raw))
    }

    static let statics: [Member] = [
        .function("GetNames", "type enumType", returns: "string[]") { names(try type($0)) },
        .function("GetValues", "type enumType", returns: "array") { values(try type($0)) },
        .function("GetName", "type enumType", "object value", returns: "string") { try name(try type($0), $0[1]) },
        .function("GetUnderlyingType", "type enumType", returns: "type") { .object(TypeObject(underlying(try type($0)))) },
        .function("IsDefined", "type enumType", "object value", returns: "bool") { .bool(isDefined(try type($0), $0[1])) },
        .function("ToObject", "type enumType", "object value", returns: "object") {
            .object(EnumObject(try type($0), rawValue: try Conversion.integer($0[1])))
        },
        .function("Parse", "type enumType", "string value", "bool ignoreCase?", returns: "object") {
            try parsed(try type($0), $0.string(1), ignoreCase: $0.bool(2))
        },
        .method(
            "TryParse",
            overloads: [
                Overload("type enumType", "string value", "System.Management.Automation.PSReference result", returns: "bool") {
                    _, arguments in
                    try tryParse(arguments, ignoreCase: false, result: 2)
                },
                Overload(
                    "type enumType", "string value", "bool ignoreCase", "System.Management.Automation.PSReference result",
                    returns: "bool"
                ) { _, arguments in try tryParse(arguments, ignoreCase: arguments.bool(2), result: 3) },
            ]),
    ]

    private static func tryParse(_ arguments: Arguments, ignoreCase: Bool, result: Int) throws -> Value {
        guard let value = try? parsed(try type(arguments), arguments.string(1), ignoreCase: ignoreCase) else { return .bool(false) }
        try (arguments[result].reference as? any ReferenceObjectValue)?.store(value)
        return .bool(true)
    }
}
