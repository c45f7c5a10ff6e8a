/// System.TimeOnly: a time of day.
public struct TimeOnly: Sendable, Hashable, Comparable {
    /// 100 ns since midnight, less than a day.
    public var ticks: Int64

    init(_ ticks: Int64) {
        let rest = ticks % DateTime.ticksPerDay
        self.ticks = rest < 0 ? rest + DateTime.ticksPerDay : rest
    }

    /// On the first day of the calendar.
    var reading: DateTime { DateTime(ticks: ticks, kind: .unspecified) }
    /// The time as a value of the language.
    public var boxed: Value {
        .object(OrderedNative(self, type: TimeOnlyType.type, text: { DateFormat.format($0.reading, $1.isEmpty ? "HH:mm" : $1) }))
    }

    /// By the clock.
    public static func < (left: TimeOnly, right: TimeOnly) -> Bool { left.ticks < right.ticks }
}

enum TimeOnlyType {
    private static func own(_ value: Value) -> TimeOnly { value.asObject(OrderedNative<TimeOnly>.self)?.value ?? TimeOnly(0) }

    private static func part(_ name: String, _ unit: Int64, _ limit: Int64) -> Member {
        .property(name, "int") { .int(Int32(clamping: own($0).ticks / unit % limit)) }
    }

    private static func add(_ name: String, _ seconds: Double) -> Member {
        .method(name, "double value", returns: "System.TimeOnly") { value, arguments in
            TimeOnly(own(value).ticks &+ TimeSpan(seconds: arguments.double(0) * seconds).ticks % DateTime.ticksPerDay).boxed
        }
    }

    private static func parsed(_ text: String) throws -> Value {
        guard let date = DateFormat.parse(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.TimeOnly", reason: "String '\(text)' was not recognized as a valid TimeOnly.")
        }
        return TimeOnly(date.ticks).boxed
    }

    static let type = ObjectType(
        "System.TimeOnly", base: .valueType, isValueType: true, interfaces: ["System.IComparable", "System.IFormattable"],
        members: [
            part("Hour", 36_000_000_000, 24), part("Minute", 600_000_000, 60), part("Second", 10_000_000, 60),
            part("Millisecond", 10_000, 1000), part("Microsecond", 10, 1000),
            .property("Nanosecond", "int") { .int(Int32(clamping: own($0).ticks % 10 * 100)) },
            .property("Ticks", "long") { .long(own($0).ticks) },
            add("AddHours", 3600), add("AddMinutes", 60),
            .method("Add", "timespan value", returns: "System.TimeOnly") { value, arguments in
                let span = try Conversion.convert(arguments[0], to: TimeSpan.objectType).asObject(TimeSpanObject.self)?.span
                return TimeOnly(own(value).ticks &+ (span?.ticks ?? 0) % DateTime.ticksPerDay).boxed
            },
            .method("IsBetween", "System.TimeOnly start", "System.TimeOnly end", returns: "bool") { value, arguments in
                let (time, start, end) = (own(value), own(arguments[0]), own(arguments[1]))
                return .bool(start <= end ? start <= time && time < end : time >= start || time < end)
            },
            .method("ToTimeSpan", returns: "timespan") { value, _ in TimeSpan(ticks: own(value).ticks).boxed },
            .method("ToString", "string format?", returns: "string") { value, arguments in
                .string(DateFormat.format(own(value).reading, arguments.count > 0 ? arguments.string(0) : "HH:mm"))
            },
        ],
        statics: [
            .constant("MinValue", "System.TimeOnly") { TimeOnly(0).boxed },
            .constant("MaxValue", "System.TimeOnly") { TimeOnly(-1).boxed },
            .function("FromDateTime", "datetime dateTime", returns: "System.TimeOnly") { arguments in
                let date = try Conversion.convert(arguments[0], to: DateTime.objectType)
                return date.asObject(DateTimeObject.self).map { TimeOnly($0.date.ticks).boxed } ?? .null
            },
            .function("FromTimeSpan", "timespan timeSpan", returns: "System.TimeOnly") { arguments in
                let span = try Conversion.convert(arguments[0], to: TimeSpan.objectType).asObject(TimeSpanObject.self)?.span
                return TimeOnly(span?.ticks ?? 0).boxed
            },
            .function("Parse", "string s", returns: "System.TimeOnly") { try parsed($0.string(0)) },
        ],
        construct: { arguments in
            if arguments.count == 1 { return TimeOnly(try Conversion.integer(arguments[0])).boxed }
            let at = { (place: Int) in arguments.count > place ? arguments.int(place) : 0 }
            guard
                let time = DateTime(
                    year: 1, month: 1, day: 1, hour: at(0), minute: at(1), second: at(2), ticks: Int64(at(3) % 1000) * 10_000)
            else {
                throw ValueError(
                    "Hour, Minute, and Second parameters describe an un-representable TimeOnly.", id: "ArgumentOutOfRangeException",
                    exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
            }
            return TimeOnly(time.ticks).boxed
        },
        convert: { try parsed($0.displayText) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.TimeOnly") { TimeOnlyType.type } }
