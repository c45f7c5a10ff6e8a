/// The static members of System.DateTime.
enum DateTimeStatics {
    private static let reference = "System.Management.Automation.PSReference result"
    /// Ticks of 1601-01-01, from which Windows counts file times.
    private static let fileTimeEpoch: Int64 = 504_911_232_000_000_000

    private static func date(_ value: Value) throws -> DateTime {
        try Conversion.convert(value, to: DateTime.objectType).asObject(DateTimeObject.self)?.date
            ?? DateTime(ticks: 0, kind: .unspecified)
    }

    private static func failure(_ text: String) -> ValueError {
        ValueError(
            "String '\(text)' was not recognized as a valid DateTime.", id: "FormatException", exception: "System.FormatException",
            category: "NotSpecified")
    }

    private static func store(_ date: DateTime?, _ target: Value) throws -> Value {
        try (target.reference as? any ReferenceObjectValue)?.store((date ?? DateTime(ticks: 0, kind: .unspecified)).boxed)
        return .bool(date != nil)
    }

    /// The first of one or several formats that fits.
    private static func exact(_ text: String, _ formats: Value) -> DateTime? {
        formats.enumeratedOrSelf.lazy.compactMap { DateFormat.parseExact(text, $0.displayText) }.first
    }

    private static func kind(_ value: Value) throws -> DateTime.Kind {
        let number = try Conversion.integer(try Conversion.convert(value, to: ObjectType.dateTimeKind))
        return number == 1 ? .utc : number == 2 ? .local : .unspecified
    }

    static let all: [Member] = [
        .constant("MinValue", "datetime") { DateTime(ticks: 0, kind: .unspecified).boxed },
        .constant("MaxValue", "datetime") { DateTime(ticks: DateTime.maximum, kind: .unspecified).boxed },
        .constant("UnixEpoch", "datetime") { DateTime(ticks: DateTime.unixEpoch, kind: .utc).boxed },
        .method(
            "ParseExact",
            overloads: [
                Overload(["string s", "object format", "object provider"], returns: "datetime") { _, arguments in
                    guard let date = exact(arguments.string(0), arguments[1]) else { throw failure(arguments.string(0)) }
                    return date.boxed
                },
                Overload(["string s", "object format", "object provider", "object style"], returns: "datetime") { _, arguments in
                    guard let date = exact(arguments.string(0), arguments[1]) else { throw failure(arguments.string(0)) }
                    return date.boxed
                },
            ]),
        .method(
            "TryParse",
            overloads: [
                Overload(["string s", reference], returns: "bool") { _, arguments in
                    try store(DateFormat.parse(arguments.string(0)), arguments[1])
                },
                Overload(["string s", "object provider", "object styles", reference], returns: "bool") { _, arguments in
                    try store(DateFormat.parse(arguments.string(0)), arguments[3])
                },
            ]),
        .function("TryParseExact", "string s", "object format", "object provider", "object style", reference, returns: "bool") {
            arguments in
            try store(exact(arguments.string(0), arguments[1]), arguments[4])
        },
        .function("SpecifyKind", "datetime value", "System.DateTimeKind kind", returns: "datetime") { arguments in
            let given = try date(arguments[0])
            return DateTime(ticks: given.ticks, kind: try kind(arguments[1])).boxed
        },
        .function("FromOADate", "double d", returns: "datetime") { arguments in
            // Days since 1899-12-30, to the millisecond.
            let milliseconds = (arguments.double(0) * 86_400_000).rounded()
            guard milliseconds.magnitude < 3e14 else { throw StringMembers.outOfRange("d") }
            return DateTime(ticks: 599_264_352_000_000_000 + Int64(milliseconds) * 10_000, kind: .unspecified).boxed
        },
        .function("Compare", "datetime t1", "datetime t2", returns: "int") { arguments in
            .int(Int32(clamping: try Comparison.order(arguments[0], arguments[1])))
        },
        .function("FromFileTime", "long fileTime", returns: "datetime") { arguments in
            DateTime(ticks: fileTimeEpoch &+ (try Conversion.integer(arguments[0])), kind: .utc).toLocal().boxed
        },
        .function("FromFileTimeUtc", "long fileTime", returns: "datetime") { arguments in
            DateTime(ticks: fileTimeEpoch &+ (try Conversion.integer(arguments[0])), kind: .utc).boxed
        },
    ]

    /// Members of dates that belong to them.
    static let instance: [Member] = [
        .method("AddTicks", "long value", returns: "datetime") { value, arguments in
            try date(value).adding(TimeSpan(ticks: try Conversion.integer(arguments[0]))).boxed
        },
        .method("ToFileTime", returns: "long") { value, _ in
            .long(try date(value).toUniversal().ticks - fileTimeEpoch)
        },
        .method("ToFileTimeUtc", returns: "long") { value, _ in
            .long(try date(value).toUniversal().ticks - fileTimeEpoch)
        },
        .method("ToOADate", returns: "double") { value, _ in
            // Days since 1899-12-30.
            .double(Double(try date(value).ticks - 599_264_352_000_000_000) / Double(DateTime.ticksPerDay))
        },
    ]
}
