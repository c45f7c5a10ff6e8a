/// How the invariant culture writes dates.
enum DateTimeFormatInfoType {
    static let type = ObjectType(
        "System.Globalization.DateTimeFormatInfo", base: .object, interfaces: ["System.IFormatProvider", "System.ICloneable"])

    static var invariant: Value {
        let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December", "",
        ]
        let names = { (names: [String]) in Value.array(ArrayObject(names.map { .string($0) }, of: .string)) }
        return .object(
            CustomObject(
                [
                    ("ShortDatePattern", .string("MM/dd/yyyy")), ("LongDatePattern", .string("dddd, dd MMMM yyyy")),
                    ("ShortTimePattern", .string("HH:mm")), ("LongTimePattern", .string("HH:mm:ss")),
                    ("DateSeparator", .string("/")),
                    ("TimeSeparator", .string(":")), ("AMDesignator", .string("AM")), ("PMDesignator", .string("PM")),
                    ("DayNames", names(days)),
                    ("AbbreviatedDayNames", names(days.map { String($0.prefix(3)) })), ("MonthNames", names(months)),
                    ("AbbreviatedMonthNames", names(months.map { String($0.prefix(3)) })),
                ], type: type))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Globalization.DateTimeFormatInfo") { DateTimeFormatInfoType.type }
}
