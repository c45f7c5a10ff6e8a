/// System.DateOnly: a day of the calendar.
public struct DateOnly: Sendable, Hashable, Comparable {
    /// Days since 0001-01-01.
    public var dayNumber: Int

    init(_ date: DateTime) { dayNumber = Int(date.ticks / DateTime.ticksPerDay) }

    /// Midnight.
    var start: DateTime { DateTime(ticks: Int64(dayNumber) * DateTime.ticksPerDay, kind: .unspecified) }
    /// The day as a value of the language.
    public var boxed: Value {
        .object(OrderedNative(self, type: DateOnlyType.type, text: { DateFormat.format($0.start, $1.isEmpty ? "MM/dd/yyyy" : $1) }))
    }

    /// By the calendar.
    public static func < (left: DateOnly, right: DateOnly) -> Bool { left.dayNumber < right.dayNumber }
}

enum DateOnlyType {
    private static func own(_ value: Value) -> DateOnly {
        value.asObject(OrderedNative<DateOnly>.self)?.value ?? DateOnly(DateTime(ticks: 0, kind: .unspecified))
    }

    private static func part(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Member {
        .property(name, "int") { .int(Int32(clamping: read(own($0).start))) }
    }

    private static func parsed(_ text: String) throws -> Value {
        guard let date = DateFormat.parse(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.DateOnly", reason: "String '\(text)' was not recognized as a valid DateOnly.")
        }
        return DateOnly(date).boxed
    }

    static let type = ObjectType(
        "System.DateOnly", base: .valueType, isValueType: true, interfaces: ["System.IComparable", "System.IFormattable"],
        members: [
            part("Year") { $0.date.year }, part("Month") { $0.date.month }, part("Day") { $0.date.day },
            .property("DayOfWeek", "System.DayOfWeek") { value in
                .object(EnumObject(ObjectType.dayOfWeek, rawValue: Int64(own(value).start.dayOfWeek)))
            },
            part("DayOfYear") { $0.dayOfYear },
            .property("DayNumber", "int") { .int(Int32(clamping: own($0).dayNumber)) },
            .method("AddDays", "int value", returns: "System.DateOnly") { value, arguments in
                let span = TimeSpan(seconds: Double(arguments.int(0)) * 86_400)
                return DateOnly(try own(value).start.adding(span)).boxed
            },
            .method("AddMonths", "int value", returns: "System.DateOnly") { value, arguments in
                DateOnly(try own(value).start.addingMonths(arguments.int(0))).boxed
            },
            .method("AddYears", "int value", returns: "System.DateOnly") { value, arguments in
                let (months, overflow) = arguments.int(0).multipliedReportingOverflow(by: 12)
                return DateOnly(try own(value).start.addingMonths(overflow ? .max : months)).boxed
            },
            .method("ToDateTime", "System.TimeOnly time", returns: "datetime") { value, arguments in
                let time = arguments[0].asObject(OrderedNative<TimeOnly>.self)?.value.ticks ?? 0
                return try own(value).start.adding(TimeSpan(ticks: time)).boxed
            },
            .method("ToString", "string format?", returns: "string") { value, arguments in
                .string(DateFormat.format(own(value).start, arguments.count > 0 ? arguments.string(0) : "MM/dd/yyyy"))
            },
        ],
        statics: [
            .constant("MinValue", "System.DateOnly") { DateOnly(DateTime(ticks: 0, kind: .unspecified)).boxed },
            .constant("MaxValue", "System.DateOnly") { DateOnly(DateTime(ticks: .max, kind: .unspecified)).boxed },
            .function("FromDateTime", "datetime dateTime", returns: "System.DateOnly") { arguments in
                let date = try Conversion.convert(arguments[0], to: DateTime.objectType)
                return date.asObject(DateTimeObject.self).map { DateOnly($0.date).boxed } ?? .null
            },
            .function("FromDayNumber", "int dayNumber", returns: "System.DateOnly") { arguments in
                let (ticks, overflow) = Int64(arguments.int(0)).multipliedReportingOverflow(by: DateTime.ticksPerDay)
                guard !overflow, (0...DateTime.maximum).contains(ticks) else { throw StringMembers.outOfRange("dayNumber") }
                return DateOnly(DateTime(ticks: ticks, kind: .unspecified)).boxed
            },
            .function("Parse", "string s", returns: "System.DateOnly") { try parsed($0.string(0)) },
        ],
        construct: { arguments in
            guard let date = DateTime(year: arguments.int(0), month: arguments.int(1), day: arguments.int(2)) else {
                throw ValueError(
                    "Year, Month, and Day parameters describe an un-representable DateTime.", id: "ArgumentOutOfRangeException",
                    exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
            }
            return DateOnly(date).boxed
        },
        convert: { try parsed($0.displayText) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.DateOnly") { DateOnlyType.type } }
