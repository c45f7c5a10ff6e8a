extension DateTime {
    static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    private static func date(_ value: Value) -> DateTime {
        value.asObject(DateTimeObject.self)?.date ?? DateTime(ticks: 0, kind: .unspecified)
    }

    private static func part(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Member {
        .property(name, "int") { .int(Int32(clamping: read(date($0)))) }
    }
    private static func add(_ name: String, _ seconds: Double) -> Member {
        .method(name, "double value", returns: "datetime") { try date($0).adding(TimeSpan(seconds: $1.double(0) * seconds)).boxed }
    }

    /// System.DateTime.
    public static let objectType = ObjectType(
        "System.DateTime", base: .valueType, isValueType: true,
        members: [
            .property("DateTime", "string") { .string(DateFormat.format(date($0), "F")) },
            .property("Date", "datetime") {
                DateTime(ticks: date($0).ticks / ticksPerDay * ticksPerDay, kind: date($0).kind).boxed
            },
            part("Day") { $0.date.day },
            .property("DayOfWeek", "System.DayOfWeek") { .object(EnumObject(.dayOfWeek, rawValue: Int64(date($0).dayOfWeek))) },
            part("DayOfYear") { $0.dayOfYear }, part("Hour") { $0.hour },
            .property("Kind", "System.DateTimeKind") { .object(EnumObject(.dateTimeKind, rawValue: date($0).kind.number)) },
            part("Millisecond") { $0.millisecond },
            part("Microsecond") { Int($0.ticks / 10 % 1000) }, part("Nanosecond") { Int($0.ticks % 10 * 100) },
            part("Minute") { $0.minute }, part("Month") { $0.date.month },
            part("Second") { $0.second },
            .property("Ticks", "long") { .long(date($0).ticks) },
            .property("TimeOfDay", "timespan") { TimeSpan(ticks: date($0).ticks % ticksPerDay).boxed },
            part("Year") { $0.date.year },
            add("AddDays", 86_400), add("AddHours", 3600), add("AddMinutes", 60), add("AddSeconds", 1),
            add("AddMilliseconds", 0.001),
            .method("AddMonths", "int months", returns: "datetime") { try date($0).addingMonths($1.int(0)).boxed },
            .method("AddYears", "int value", returns: "datetime") {
                try date($0).addingMonths($1.int(0).multipliedReportingOverflow(by: 12).partialValue).boxed
            },
            .method("Add", "timespan value", returns: "datetime") { try Arithmetic.add($0, $1[0]) },
            .method("Subtract", "object value", returns: "object") { try Arithmetic.subtract($0, $1[0]) },
            .method("ToUniversalTime", returns: "datetime") { value, _ in date(value).toUniversal().boxed },
            .method("ToLocalTime", returns: "datetime") { value, _ in date(value).toLocal().boxed },
            .method("ToShortDateString", returns: "string") { value, _ in .string(DateFormat.format(date(value), "d")) },
            .method("ToLongDateString", returns: "string") { value, _ in .string(DateFormat.format(date(value), "D")) },
            .method("ToShortTimeString", returns: "string") { value, _ in .string(DateFormat.format(date(value), "t")) },
        ] + DateTimeStatics.instance,
        statics: [
            .constant("Now", "datetime") { now().boxed }, .constant("UtcNow", "datetime") { now().toUniversal().boxed },
            .constant("Today", "datetime") { DateTime(ticks: now().ticks / ticksPerDay * ticksPerDay, kind: .local).boxed },
            .function("Parse", "string s", returns: "datetime") { try parsed($0.string(0)) },
            .function("IsLeapYear", "int year", returns: "bool") { .bool(isLeap($0.int(0))) },
            .function("DaysInMonth", "int year", "int month", returns: "int") { arguments in
                guard (1...12).contains(arguments.int(1)) else {
                    throw ValueError(
                        "Month must be between one and twelve. (Parameter 'month')\nActual value was \(arguments.int(1)).",
                        id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified"
                    )
                }
                return .int(Int32(daysIn(arguments.int(1), of: arguments.int(0))))
            },
        ] + DateTimeStatics.all,
        construct: { arguments in
            if arguments.count == 1 {
                if let text = arguments[0].text { return try parsed(text) }
                return DateTime(ticks: try Conversion.integer(arguments[0]), kind: .unspecified).boxed
            }
            let at = { (place: Int, missing: Int) in arguments.count > place ? arguments.int(place) : missing }
            // The last one may be a kind, in the place of the milliseconds or behind them.
            var kind = DateTime.Kind.unspecified
            var milliseconds = 0
            for place in 6..<max(6, arguments.count) {
                let argument = arguments[place]
                if let choice = argument.asObject(EnumObject.self) {
                    kind = choice.rawValue == 1 ? .utc : choice.rawValue == 2 ? .local : .unspecified
                } else {
                    milliseconds = Int(try Conversion.integer(argument))
                }
            }
            guard
                var made = DateTime(
                    year: at(0, 1), month: at(1, 1), day: at(2, 1), hour: at(3, 0), minute: at(4, 0), second: at(5, 0),
                    ticks: Int64(milliseconds % 1000) * 10_000)
            else {
                throw ValueError(
                    "Year, Month, and Day parameters describe an un-representable DateTime.", id: "ArgumentOutOfRangeException",
                    exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
            }
            made.kind = kind
            return made.boxed
        },
        convert: { value in
            if let text = value.text { return try parsed(text) }
            if let date = value.asObject(DateTimeOffsetObject.self)?.date { return date.reading.boxed }
            return DateTime(ticks: try Conversion.integer(value), kind: .unspecified).boxed
        })

    private static func parsed(_ text: String) throws -> Value {
        guard let date = DateFormat.parse(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.DateTime", reason: "String '\(text)' was not recognized as a valid DateTime.")
        }
        return date.boxed
    }
}
