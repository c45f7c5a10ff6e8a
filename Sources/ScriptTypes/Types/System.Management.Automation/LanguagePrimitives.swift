import Values

/// System.Management.Automation.LanguagePrimitives: the language's own conversions and comparisons.
enum LanguagePrimitivesType {
    private static func target(_ value: Value) throws -> ObjectType {
        guard let type = value.asObject(TypeObject.self)?.represented else {
            throw ValueError(
                "Value cannot be null. (Parameter 'resultType')", id: "ArgumentNullException",
                exception: "System.ArgumentNullException")
        }
        return type
    }

    static let type = ObjectType(
        "System.Management.Automation.LanguagePrimitives", base: .object,
        statics: [
            .function("ConvertTo", "object valueToConvert", "type resultType", "object formatProvider?", returns: "object") {
                do { return try Conversion.convert($0[0], to: try target($0[1])) } catch var error as ValueError {
                    // The conversion's own error: it is not that of a Parse method inside it.
                    error.reason = nil
                    throw error
                }
            },
            .function(
                "TryConvertTo", "object valueToConvert", "type resultType", "System.Management.Automation.PSReference result",
                returns: "bool"
            ) { arguments in
                let converted = try? Conversion.convert(arguments[0], to: try target(arguments[1]))
                try (arguments[2].reference as? any ReferenceObjectValue)?.store(converted ?? .null)
                return .bool(converted != nil)
            },
            .function("Equals", "object first", "object second", "bool ignoreCase?", returns: "bool") {
                .bool(Comparison.equals($0[0], $0[1], ignoreCase: $0.bool(2)))
            },
            .function("Compare", "object first", "object second", "bool ignoreCase?", returns: "int") {
                .int(Int32(clamping: try Comparison.order($0[0], $0[1], ignoreCase: $0.bool(2))))
            },
            .function("IsTrue", "object obj", returns: "bool") { .bool(Conversion.bool($0[0])) },
            .function("GetEnumerator", "object obj", returns: "object") { arguments in
                arguments[0].enumerated.map { .array($0) } ?? .null
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.LanguagePrimitives") { LanguagePrimitivesType.type }
}
