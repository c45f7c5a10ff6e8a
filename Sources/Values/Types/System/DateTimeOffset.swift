/// System.DateTimeOffset: a reading of the clock and how far that clock stands from UTC.
public struct DateTimeOffset: Sendable, Hashable, Comparable {
    /// The reading, kind unspecified.
    public var reading: DateTime
    /// Ticks east of Greenwich.
    public var offset: Int64

    var universal: DateTime { DateTime(ticks: reading.ticks - offset, kind: .utc) }

    init(universal: DateTime, offset: Int64) {
        reading = DateTime(ticks: universal.ticks + offset, kind: .unspecified)
        self.offset = offset
    }

    /// A date in its own zone: UTC, or local where it does not say.
    init(_ date: DateTime) {
        let universal = date.toUniversal()
        self.init(universal: universal, offset: date.kind == .utc ? 0 : date.ticks - universal.ticks)
    }

    /// By the moments, whatever the offsets are.
    public static func < (left: DateTimeOffset, right: DateTimeOffset) -> Bool { left.universal < right.universal }

    var zone: String {
        let minutes = abs(offset) / (60 * TimeSpan.ticksPerSecond)
        let pad = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
        return (offset < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60)
    }

    /// `zzz` and `K` are the object's own offset.
    func text(_ format: String) -> String {
        let pattern = format.isEmpty ? "MM/dd/yyyy HH:mm:ss zzz" : DateFormat.pattern(format)
        let isUniversal = ["r", "R", "u"].contains(format)
        return DateFormat.format(
            isUniversal ? universal : reading, pattern.replacing("zzz", with: "'\(zone)'").replacing("K", with: "'\(zone)'"))
    }

    /// The moment as a value of the language.
    public var boxed: Value { .object(DateTimeOffsetObject(self)) }
}

/// A moment with an offset as an object.
public final class DateTimeOffsetObject: Object, ComparableObject, EquatableObject, FormattableObject {
    /// The moment.
    public let date: DateTimeOffset

    init(_ date: DateTimeOffset) {
        self.date = date
        super.init()
    }

    public override var type: ObjectType { DateTimeOffsetType.type }
    public override var stringForm: String? { date.text("") }
    /// The text in a standard or custom date format.
    /// - Throws: no error.
    public func formatted(_ format: String) throws -> String { date.text(format) }
    /// Whether the other value is the same moment; nil for values that are none.
    public func equals(_ other: Value) -> Bool? {
        other.asObject(DateTimeOffsetObject.self).map { $0.date.universal == date.universal }
    }
    /// By the moments; nil for objects of other types.
    public func order(to other: Object) -> Int? {
        guard let other = (other as? DateTimeOffsetObject)?.date else { return nil }
        return date < other ? -1 : date.universal == other.universal ? 0 : 1
    }
}

enum DateTimeOffsetType {
    private static func own(_ value: Value) -> DateTimeOffset {
        value.asObject(DateTimeOffsetObject.self)?.date ?? DateTimeOffset(DateTime(ticks: 0, kind: .utc))
    }

    private static func span(_ value: Value) throws -> TimeSpan {
        try Conversion.convert(value, to: TimeSpan.objectType).asObject(TimeSpanObject.self)?.span ?? TimeSpan(ticks: 0)
    }

    private static func part(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Member {
        .property(name, "int") { .int(Int32(clamping: read(own($0).reading))) }
    }

    private static func add(_ name: String, _ seconds: Double) -> Member {
        .method(name, "double value", returns: "System.DateTimeOffset") { value, arguments in
            var date = own(value)
            date.reading = try date.reading.adding(TimeSpan(seconds: arguments.double(0) * seconds))
            return date.boxed
        }
    }

    private static func unix(_ ticks: Int64) throws -> Value {
        let (sum, overflow) = DateTime.unixEpoch.addingReportingOverflow(ticks)
        guard !overflow, (0...DateTime.maximum).contains(sum) else {
            throw ValueError(
                "Valid values are between -62135596800 and 253402300799, inclusive. (Parameter 'seconds')",
                id: "ArgumentOutOfRangeException",
                exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
        }
        return DateTimeOffset(universal: DateTime(ticks: sum, kind: .utc), offset: 0).boxed
    }

    private static func scaled(_ value: Value, _ factor: Int64) throws -> Int64 {
        let (ticks, overflow) = try Conversion.integer(value).multipliedReportingOverflow(by: factor)
        return overflow ? .max : ticks
    }

    static func parsed(_ text: String) throws -> Value {
        guard let date = DateFormat.parse(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.DateTimeOffset", reason: "String '\(text)' was not recognized as a valid DateTime.")
        }
        return DateTimeOffset(date).boxed
    }

    static let type = ObjectType(
        "System.DateTimeOffset", base: .valueType, isValueType: true, interfaces: ["System.IComparable", "System.IFormattable"],
        members: [
            .property("DateTime", "datetime") { own($0).reading.boxed },
            .property("UtcDateTime", "datetime") { own($0).universal.boxed },
            .property("LocalDateTime", "datetime") { own($0).universal.toLocal().boxed },
            .property("Date", "datetime") { value in
                DateTime(ticks: own(value).reading.ticks / DateTime.ticksPerDay * DateTime.ticksPerDay, kind: .unspecified).boxed
            },
            part("Day") { $0.date.day },
            .property("DayOfWeek", "System.DayOfWeek") { value in
                .object(EnumObject(ObjectType.dayOfWeek, rawValue: Int64(own(value).reading.dayOfWeek)))
            },
            part("DayOfYear") { $0.dayOfYear }, part("Hour") { $0.hour }, part("Millisecond") { $0.millisecond },
            part("Minute") { $0.minute }, part("Month") { $0.date.month },
            .property("Offset", "timespan") { TimeSpan(ticks: own($0).offset).boxed },
            part("Second") { $0.second },
            .property("Ticks", "long") { .long(own($0).reading.ticks) },
            .property("UtcTicks", "long") { .long(own($0).universal.ticks) },
            .property("TimeOfDay", "timespan") { TimeSpan(ticks: own($0).reading.ticks % DateTime.ticksPerDay).boxed },
            part("Year") { $0.date.year },
            add("AddDays", 86_400), add("AddHours", 3600), add("AddMinutes", 60), add("AddSeconds", 1),
            add("AddMilliseconds", 0.001),
            .method("ToUnixTimeSeconds", returns: "long") { value, _ in .long(own(value).universal.unixSeconds) },
            .method("ToUnixTimeMilliseconds", returns: "long") { value, _ in
                .long((own(value).universal.ticks - DateTime.unixEpoch) / 10_000)
            },
            .method("ToUniversalTime", returns: "System.DateTimeOffset") { value, _ in
                DateTimeOffset(universal: own(value).universal, offset: 0).boxed
            },
            .method("ToLocalTime", returns: "System.DateTimeOffset") { value, _ in
                DateTimeOffset(own(value).universal.toLocal()).boxed
            },
            .method("ToOffset", "timespan offset", returns: "System.DateTimeOffset") { value, arguments in
                let offset = try span(arguments[0])
                return DateTimeOffset(universal: own(value).universal, offset: offset.ticks).boxed
            },
            .method("Subtract", "object value", returns: "object") { value, arguments in
                if let other = arguments[0].asObject(DateTimeOffsetObject.self)?.date {
                    return TimeSpan(ticks: own(value).universal.ticks - other.universal.ticks).boxed
                }
                var date = own(value)
                date.reading = try date.reading.adding(TimeSpan(ticks: 0 &- (try span(arguments[0])).ticks))
                return date.boxed
            },
        ],
        statics: [
            .constant("Now", "System.DateTimeOffset") { DateTimeOffset(DateTime.now()).boxed },
            .constant("UtcNow", "System.DateTimeOffset") { DateTimeOffset(DateTime.now().toUniversal()).boxed },
            .constant("UnixEpoch", "System.DateTimeOffset") {
                DateTimeOffset(DateTime(ticks: DateTime.unixEpoch, kind: .utc)).boxed
            },
            .function("FromUnixTimeSeconds", "long seconds", returns: "System.DateTimeOffset") {
                try unix(try scaled($0[0], TimeSpan.ticksPerSecond))
            },
            .function("FromUnixTimeMilliseconds", "long milliseconds", returns: "System.DateTimeOffset") {
                try unix(try scaled($0[0], 10_000))
            },
            .function("Parse", "string input", returns: "System.DateTimeOffset") { try parsed($0.string(0)) },
        ],
        construct: { arguments in
            if arguments.count <= 2, let date = arguments[0].asObject(DateTimeObject.self)?.date {
                guard arguments.count == 2 else { return DateTimeOffset(date).boxed }
                let offset = try span(arguments[1])
                return DateTimeOffset(universal: DateTime(ticks: date.ticks - offset.ticks, kind: .utc), offset: offset.ticks).boxed
            }
            guard arguments.count == 7 else {
                throw ValueError(
                    "DateTimeOffset takes a date, a date and an offset, or year, month, day, hour, minute, second and an offset.",
                    id: "MethodCountCouldNotFindBest", exception: "System.Management.Automation.MethodException",
                    category: "NotSpecified")
            }
            guard
                let date = DateTime(
                    year: arguments.int(0), month: arguments.int(1), day: arguments.int(2), hour: arguments.int(3),
                    minute: arguments.int(4), second: arguments.int(5))
            else {
                throw ValueError(
                    "Year, Month, and Day parameters describe an un-representable DateTime.", id: "ArgumentOutOfRangeException",
                    exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
            }
            let offset = try span(arguments[6])
            return DateTimeOffset(universal: DateTime(ticks: date.ticks - offset.ticks, kind: .utc), offset: offset.ticks).boxed
        },
        convert: { value in
            if let date = value.asObject(DateTimeObject.self)?.date { return DateTimeOffset(date).boxed }
            return try parsed(value.displayText)
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.DateTimeOffset") { DateTimeOffsetType.type }
}
