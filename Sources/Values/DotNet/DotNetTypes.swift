/// The .NET types beyond the language's own, with the names that scripts give them.
enum DotNetTypes {
    static let all: [(ObjectType, [String])] =
        StringEnumerations.all + [(DateTimeOffsetType.type, ["datetimeoffset"])] + SingletonTypes.all + StyleTypes.all
        + CredentialType.all + [
            (MathType.type, ["math"]),
            (TimeSpan.objectType, ["timespan"]),
            (DateTime.objectType, ["datetime"]),
            (GuidType.type, ["guid"]),
            (VersionType.type, ["version"]), (DateOnlyType.type, ["dateonly"]), (TimeOnlyType.type, ["timeonly"]),
            (SemanticVersionType.type, ["semver", "semanticversion", "management.automation.semanticversion"]),
            (RegexType.type, ["regex", "text.regularexpressions.regex"]), (RegexType.optionsType, []), (MatchType.match, []),
            (MatchType.group, []), (MatchType.capture, []), (RegexType.matches, []), (MatchType.groups, []),
            (StringBuilderType.type, ["text.stringbuilder"]), (StringComparerType.type, []), (ConvertType.type, []),
            (BitConverterType.type, []),
            (EncodingType.base, []), (EncodingType.utf8, []), (EncodingType.unicode, []), (EncodingType.utf32, []),
            (EncodingType.ascii, []),
            (EncodingType.latin1, []), (RandomType.type, []), (StopwatchType.type, ["diagnostics.stopwatch"]),
            (EnvironmentType.type, []),
            (EnvironmentType.specialFolder, ["environment+specialfolder"]), (EnvironmentType.target, []),
            (CultureType.type, ["cultureinfo", "globalization.cultureinfo"]), (UriType.type, ["uri"]),
            (IPAddressType.type, ["ipaddress", "net.ipaddress"]), (IPAddressType.addressFamily, ["net.sockets.addressfamily"]),
            (TupleType.factory, []), (QueueType.plain, []), (StackType.plain, []),
        ]
}

enum MathType {
    private static func real(_ name: String, _ operation: @escaping @Sendable (Double) -> Double) -> Member {
        .function(name, "double d", returns: "double") { .double(operation($0.double(0))) }
    }

    private static func pick(_ name: String, _ chooseFirst: @escaping @Sendable (Int) -> Bool) -> Member {
        .function(name, "object val1", "object val2", returns: "object") { arguments in
            let a = try Conversion.number(arguments[0])
            let b = try Conversion.number(arguments[1])
            let chosen = chooseFirst(try Comparison.order(a, b)) ? a : b
            if case .double = a { return .double(try Conversion.double(chosen)) }
            if case .double = b { return .double(try Conversion.double(chosen)) }
            return chosen
        }
    }

    private static func midpoint(_ mode: Value) -> FloatingPointRoundingRule {
        switch mode.displayText.lowercased() {
        case "awayfromzero": .toNearestOrAwayFromZero
        case "tozero": .towardZero
        case "tonegativeinfinity": .down
        case "topositiveinfinity": .up
        default: .toNearestOrEven
        }
    }

    private static func round(_ value: Double, _ digits: Int, _ rule: FloatingPointRoundingRule) throws -> Value {
        guard (0...15).contains(digits) else { throw StringMembers.outOfRange("digits") }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = value * scale
        return .double(scaled.isFinite ? scaled.rounded(rule) / scale : value)
    }

    static let type = ObjectType(
        "System.Math", base: .object,
        statics: [
            .constant("PI", "double") { .double(.pi) }, .constant("E", "double") { .double(2.718281828459045) },
            real("Sqrt") { $0.squareRoot() }, real("Floor") { $0.rounded(.down) }, real("Ceiling") { $0.rounded(.up) },
            real("Truncate") { $0.rounded(.towardZero) }, real("Sin", libm.sin), real("Cos", libm.cos), real("Tan", libm.tan),
            real("Log10", libm.log10), real("Log2", libm.log2), real("Exp", libm.exp), real("Atan", libm.atan),
            .function("Log", "double a", "double newBase?", returns: "double") { arguments in
                .double(
                    arguments.count > 1
                        ? libm.log(arguments.double(0)) / libm.log(arguments.double(1)) : libm.log(arguments.double(0)))
            },
            .function("Pow", "double x", "double y", returns: "double") { .double(libm.pow($0.double(0), $0.double(1))) },
            .function("Abs", "object value", returns: "object") { arguments in
                let number = try Conversion.number(arguments[0])
                return try Comparison.order(number, .int(0)) < 0 ? try Arithmetic.negate(number) : number
            },
            .function("Sign", "object value", returns: "int") {
                .int(Int32(try Comparison.order(Conversion.number($0[0]), .int(0))))
            },
            pick("Max") { $0 >= 0 }, pick("Min") { $0 <= 0 },
            .method(
                "Round",
                overloads: [
                    Overload("double value", returns: "double") { _, arguments in
                        try round(arguments.double(0), 0, .toNearestOrEven)
                    },
                    Overload("double value", "int digits", returns: "double") { _, arguments in
                        try round(arguments.double(0), arguments.int(1), .toNearestOrEven)
                    },
                    Overload("double value", "System.MidpointRounding mode", returns: "double") { _, arguments in
                        try round(arguments.double(0), 0, midpoint(arguments[1]))
                    },
                    Overload("double value", "int digits", "System.MidpointRounding mode", returns: "double") { _, arguments in
                        try round(arguments.double(0), arguments.int(1), midpoint(arguments[2]))
                    },
                ]),
        ])
}
