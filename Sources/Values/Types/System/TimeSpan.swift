/// System.TimeSpan: a count of 100 ns ticks.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// The length in 100 ns, negative for a span into the past.
    public var ticks: Int64
    /// Ticks in a second.
    public static let ticksPerSecond: Int64 = 10_000_000

    /// A span of so many ticks.
    public init(ticks: Int64) { self.ticks = ticks }

    /// Clamped to what ticks can hold (about 29,000 years).
    public init(seconds: Double) {
        let wanted = (seconds * Double(Self.ticksPerSecond)).rounded()
        ticks = Int64(exactly: wanted) ?? (wanted.isNaN ? 0 : wanted < 0 ? .min : .max)
    }

    /// The span in the other direction; the least span stays itself.
    public var negated: TimeSpan { TimeSpan(ticks: 0 &- ticks) }

    /// By the length, negative spans first.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.ticks < right.ticks }

    /// The whole length in seconds.
    public var totalSeconds: Double { Double(ticks) / Double(Self.ticksPerSecond) }

    /// A part of the clock reading: `unit` ticks each, counted up to `limit`.
    func part(_ unit: Int64, _ limit: Int64) -> Int64 { ticks / unit % limit }

    /// `[-][d.]hh:mm:ss[.fffffff]`, .NET's constant format.
    public var text: String {
        let two = { (number: Int64) in (abs(number) < 10 ? "0" : "") + String(abs(number)) }
        let days = ticks / (86_400 * Self.ticksPerSecond)
        let fraction = (ticks % Self.ticksPerSecond).magnitude
        var text = ticks < 0 ? "-" : ""
        if days != 0 { text += "\(days.magnitude)." }
        text +=
            two(part(3600 * Self.ticksPerSecond, 24)) + ":" + two(part(60 * Self.ticksPerSecond, 60)) + ":"
            + two(part(Self.ticksPerSecond, 60))
        if fraction != 0 {
            let digits = String(fraction)
            text += "." + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        }
        return text
    }

    /// `[-][d.]hh:mm[:ss[.fff]]` or a count of days.
    public init?(_ text: String) {
        var rest = Substring(text.trimmingSpaces())
        let negative = rest.first == "-"
        if negative { rest.removeFirst() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        var seconds = 0.0
        switch parts.count {
        case 1:
            guard let days = Int64(parts[0]) else { return nil }
            seconds = Double(days) * 86_400
        case 2, 3, 4:
            var numbers = parts.map(String.init)
            if numbers.count < 4 {
                let first = numbers[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                guard first.count <= 2 else { return nil }
                numbers = (first.count == 2 ? first : ["0", first[0]]) + numbers.dropFirst()
            }
            let factors = [86_400.0, 3600, 60, 1]
            for (number, factor) in zip(numbers, factors) {
                guard let value = Double(number), value >= 0 else { return nil }
                seconds += value * factor
            }
        default: return nil
        }
        self.init(seconds: negative ? -seconds : seconds)
    }
}

extension TimeSpan {
    /// The span as a value of the language.
    public var boxed: Value { .object(TimeSpanObject(self)) }

    private static func span(_ value: Value) -> TimeSpan { value.asObject(TimeSpanObject.self)?.span ?? TimeSpan(ticks: 0) }

    private static func whole(_ name: String, _ unit: Int64, _ limit: Int64) -> Member {
        .property(name, "int") { .int(Int32(clamping: span($0).part(unit * ticksPerSecond / 1000, limit))) }
    }
    /// One division, as .NET does it: two would round twice.
    private static func total(_ name: String, _ ticks: Double) -> Member {
        .property(name, "double") { .double(Double(span($0).ticks) / ticks) }
    }
    private static func from(_ name: String, _ seconds: Double) -> Member {
        .function(name, "double value", returns: "timespan") { TimeSpan(seconds: $0.double(0) * seconds).boxed }
    }

    /// System.TimeSpan.
    public static let objectType = ObjectType(
        "System.TimeSpan", base: .valueType, isValueType: true,
        members: [
            .property("Ticks", "long") { .long(span($0).ticks) },
            whole("Days", 86_400_000, .max), whole("Hours", 3_600_000, 24), whole("Milliseconds", 1, 1000),
            whole("Minutes", 60_000, 60),
            whole("Seconds", 1000, 60), total("TotalDays", 864_000_000_000), total("TotalHours", 36_000_000_000),
            total("TotalMilliseconds", 10_000), total("TotalMicroseconds", 10),
            .property("TotalNanoseconds", "double") { .double(Double(span($0).ticks) * 100) },
            total("TotalMinutes", 600_000_000), total("TotalSeconds", 10_000_000),
            .property("Microseconds", "int") { .int(Int32(clamping: span($0).ticks / 10 % 1000)) },
            .property("Nanoseconds", "int") { .int(Int32(clamping: span($0).ticks % 10 * 100)) },
            .method("Add", "timespan ts", returns: "timespan") { TimeSpan(ticks: span($0).ticks &+ span($1[0]).ticks).boxed },
            .method("Negate", returns: "timespan") { value, _ in TimeSpan(ticks: 0 &- span(value).ticks).boxed },
            .method("Duration", returns: "timespan") { value, _ in
                TimeSpan(ticks: span(value).ticks < 0 ? 0 &- span(value).ticks : span(value).ticks).boxed
            },
            .method("Subtract", "timespan ts", returns: "timespan") {
                TimeSpan(ticks: span($0).ticks &- span($1[0]).ticks).boxed
            },
            .method("Multiply", "double factor", returns: "timespan") {
                TimeSpan(seconds: Double(span($0).ticks) / 10_000_000 * $1.double(0)).boxed
            },
            .method("Divide", "object divisor", returns: "object") { value, arguments in
                if let other = arguments[0].asObject(TimeSpanObject.self)?.span {
                    return .double(Double(span(value).ticks) / Double(other.ticks))
                }
                return TimeSpan(seconds: Double(span(value).ticks) / 10_000_000 / arguments.double(0)).boxed
            },
        ],
        statics: [
            .constant("MinValue", "timespan") { TimeSpan(ticks: .min).boxed },
            .constant("MaxValue", "timespan") { TimeSpan(ticks: .max).boxed }, ticks("TicksPerDay", 864_000_000_000),
            ticks("TicksPerHour", 36_000_000_000), ticks("TicksPerMinute", 600_000_000), ticks("TicksPerSecond", 10_000_000),
            ticks("TicksPerMillisecond", 10_000), from("FromMicroseconds", 0.000_001),
            .function("FromTicks", "long value", returns: "timespan") { TimeSpan(ticks: try Conversion.integer($0[0])).boxed },
            .function("Parse", "string s", "object provider?", returns: "timespan") { try parsed($0.string(0)) },
            .function("ParseExact", "string s", "object format", "object provider?", returns: "timespan") {
                try parsed($0.string(0))
            },
            .method(
                "TryParse",
                overloads: [
                    Overload("string s", "System.Management.Automation.PSReference result", returns: "bool") { _, arguments in
                        try tryParse(arguments.string(0), arguments[1])
                    },
                    Overload(
                        "string s", "object provider", "System.Management.Automation.PSReference result", returns: "bool"
                    ) { _, arguments in try tryParse(arguments.string(0), arguments[2]) },
                ]),
            .function("Compare", "timespan t1", "timespan t2", returns: "int") {
                .int(Int32(clamping: try Comparison.order($0[0], $0[1])))
            },
            .constant("Zero", "timespan") { TimeSpan(ticks: 0).boxed }, from("FromDays", 86_400), from("FromHours", 3600),
            from("FromMinutes", 60), from("FromSeconds", 1), from("FromMilliseconds", 0.001),
        ],
        construct: { arguments in
            switch arguments.count {
            case 1:
                if let text = arguments[0].text { return try parsed(text) }
                return TimeSpan(ticks: try Conversion.integer(arguments[0])).boxed
            case 3: return TimeSpan(seconds: arguments.double(0) * 3600 + arguments.double(1) * 60 + arguments.double(2)).boxed
            case 4, 5:
                let clock = arguments.double(1) * 3600 + arguments.double(2) * 60 + arguments.double(3)
                return TimeSpan(seconds: arguments.double(0) * 86_400 + clock + arguments.double(4) / 1000).boxed
            default: return TimeSpan(ticks: 0).boxed
            }
        },
        convert: { value in
            if let text = value.text { return try parsed(text) }
            return TimeSpan(ticks: try Conversion.integer(value)).boxed
        })

    private static func ticks(_ name: String, _ count: Int64) -> Member { .constant(name, "long") { .long(count) } }

    private static func tryParse(_ text: String, _ target: Value) throws -> Value {
        let span = TimeSpan(text)
        try (target.reference as? any ReferenceObjectValue)?.store((span ?? TimeSpan(ticks: 0)).boxed)
        return .bool(span != nil)
    }

    private static func parsed(_ text: String) throws -> Value {
        guard let span = TimeSpan(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.TimeSpan", reason: "String '\(text)' was not recognized as a valid TimeSpan.")
        }
        return span.boxed
    }
}

/// A span as an object.
public final class TimeSpanObject: Object, ComparableObject, AddableObject {
    /// The span.
    public let span: TimeSpan

    /// Makes the object of a span.
    public init(_ span: TimeSpan) {
        self.span = span
        super.init()
    }

    public override var type: ObjectType { TimeSpan.objectType }
    public override var stringForm: String? { span.text }

    /// By the length; nil for objects of other types.
    public func order(to other: Object) -> Int? {
        guard let other = other as? TimeSpanObject else { return nil }
        return span < other.span ? -1 : span == other.span ? 0 : 1
    }

    /// The sum or difference of two time spans, which wraps around beyond 64 bits of ticks; nil for other operands.
    /// - Throws: no error.
    public func applying(_ sign: String, _ right: Value) throws -> Value? {
        guard let other = right.asObject(TimeSpanObject.self) else { return nil }
        switch sign {
        case "+": return TimeSpan(ticks: span.ticks &+ other.span.ticks).boxed
        case "-": return TimeSpan(ticks: span.ticks &- other.span.ticks).boxed
        default: return nil
        }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.TimeSpan", "timespan") { TimeSpan.objectType }
}
