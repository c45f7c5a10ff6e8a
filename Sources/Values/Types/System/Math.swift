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
        guard (0...15).contains(digits) else {
            throw StringMembers.outOfRange("digits", "Rounding digits must be between 0 and 15, inclusive.")
        }
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
            real("Asin", libm.asin), real("Acos", libm.acos), real("Sinh", libm.sinh), real("Cosh", libm.cosh),
            real("Tanh", libm.tanh), real("Cbrt", libm.cbrt),
            .constant("Tau", "double") { .double(2 * .pi) },
            .function("Atan2", "double y", "double x", returns: "double") { .double(libm.atan2($0.double(0), $0.double(1))) },
            .function("IEEERemainder", "double x", "double y", returns: "double") {
                .double($0.double(0).remainder(dividingBy: $0.double(1)))
            },
            .function("Clamp", "object value", "object min", "object max", returns: "object") { arguments in
                let (value, low, high) = (
                    try Conversion.number(arguments[0]), try Conversion.number(arguments[1]), try Conversion.number(arguments[2])
                )
                guard try Comparison.order(low, high) <= 0 else {
                    throw ValueError(
                        "'\(low.displayText)' cannot be greater than \(high.displayText).", id: "ArgumentException",
                        exception: "System.ArgumentException", category: "NotSpecified")
                }
                return try Comparison.order(value, low) < 0 ? low : Comparison.order(value, high) > 0 ? high : value
            },
            .function("DivRem", "object a", "object b", "System.Management.Automation.PSReference result?", returns: "object") {
                arguments in
                let (a, b) = (try Conversion.number(arguments[0]), try Conversion.number(arguments[1]))
                let left = try Arithmetic.remainder(a, b)
                let quotient = try Arithmetic.divide(try Arithmetic.subtract(a, left), b)
                guard let target = arguments[2].reference as? any ReferenceObjectValue else {
                    let type = GenericTypes.find("System.ValueTuple", [quotient.type, left.type]) ?? .object
                    return .object(TupleObject([quotient, left], type: type))
                }
                try target.store(left)
                return quotient
            },
            .function("BigMul", "object a", "object b", returns: "long") {
                let (product, overflow) = try Conversion.integer($0[0]).multipliedReportingOverflow(by: Conversion.integer($0[1]))
                if overflow { throw StringMembers.outOfRange("a") }
                return .long(product)
            },
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

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Math", "math") { MathType.type } }
