import CmdletKit
import Values

/// Get-Date: writes a date, or its text in a format.
struct GetDate: Cmdlet {
    private var date: DateTime?
    private var format: String?
    private var uformat: String?
    private var asUTC: Switch = false
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var hour: Int?
    private var minute: Int?
    private var second: Int?
    private var millisecond: Int?
    private var unixTimeSeconds: Int64?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Date", synopsis: "Gets the date and time, now or of a given moment.",
        description: """
            Writes a DateTime, or with -Format or -UFormat a text. Without -Date or -UnixTimeSeconds it is the moment \
            now, in the time zone of the machine (TZ). -Year, -Month and their kin replace parts of the moment, and \
            -AsUTC moves it to UTC at the end.
            """,
        parameters: [
            Parameter(
                \.date, aliases: ["LastWriteTime"], position: 0, pipeline: [.byValue, .byPropertyName],
                help: "The moment, instead of now: a DateTime or a text that is one."),
            Parameter(
                \.format,
                help: """
                    Writes a text in a .NET format: a letter (d, o, u), a pattern (yyyy-MM-dd HH:mm), or FileDate, \
                    FileDateTime, FileDateUniversal or FileDateTimeUniversal.
                    """),
            Parameter(
                \.uformat, named: "UFormat",
                help:
                    "Writes a text in a format of date(1): %Y-%m-%d %H:%M:%S, %j for the day of the year, %s for seconds since 1970."
            ),
            Parameter(\.asUTC, help: "Moves the moment to UTC."),
            Parameter(\.year, validate: [.range(min: 1, max: 9999)], help: "Replaces the year, 1 to 9999."),
            Parameter(\.month, validate: [.range(min: 1, max: 12)], help: "Replaces the month, 1 to 12."),
            Parameter(\.day, validate: [.range(min: 1, max: 31)], help: "Replaces the day of the month, 1 to 31."),
            Parameter(\.hour, validate: [.range(min: 0, max: 23)], help: "Replaces the hour, 0 to 23."),
            Parameter(\.minute, validate: [.range(min: 0, max: 59)], help: "Replaces the minute, 0 to 59."),
            Parameter(\.second, validate: [.range(min: 0, max: 59)], help: "Replaces the second, 0 to 59."),
            Parameter(
                \.millisecond, validate: [.range(min: 0, max: 999)], help: "Replaces the milliseconds, 0 to 999."),
            Parameter(
                \.unixTimeSeconds, aliases: ["UnixTime"],
                validate: [.range(min: -62_135_596_800, max: 253_402_300_799)],
                help: "The moment, as seconds since the beginning of 1970 in UTC."),
        ],
        outputs: ["System.DateTime", "System.String"],
        examples: [
            Example(
                "Get-Date '2016-03-01 12:30' -Format 'yyyy/MM/dd HH:mm'",
                "Writes a given moment as text.",
                output: "2016/03/01 12:30"),
            Example(
                "Get-Date '2016-03-01' -UFormat '%Y-%j'",
                "Tells the day of the year in the format of date(1).",
                output: "2016-061"),
            Example(
                "(Get-Date '2016-02-28').AddDays(2).ToString('yyyy-MM-dd')",
                "Computes with a date.",
                output: "2016-03-01"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        var moment = date ?? unixTimeSeconds.map { .local(unixSeconds: $0) } ?? .now()
        let calendar = moment.date
        if year != nil || month != nil || day != nil || hour != nil || minute != nil || second != nil
            || millisecond != nil
        {
            guard
                let changed = DateTime(
                    year: year ?? calendar.year, month: month ?? calendar.month, day: day ?? calendar.day,
                    hour: hour ?? moment.hour,
                    minute: minute ?? moment.minute, second: second ?? moment.second,
                    ticks: millisecond.map { Int64($0) * 10_000 } ?? moment.ticks % 10_000_000,
                    kind: moment.kind)
            else {
                throw ValueError(
                    "Year, Month, and Day parameters describe an un-representable DateTime.", id: "ArgumentOutOfRangeException",
                    exception: "System.ArgumentOutOfRangeException", category: "InvalidArgument")
            }
            moment = changed
        }
        if asUTC.isOn { moment = moment.toUniversal() }
        if let format {
            try runtime.write(.string(DateFormat.format(moment, Self.named[format.lowercased()] ?? format)))
        } else if let uformat {
            try runtime.write(.string(UnixDateFormat.format(moment, uformat)))
        } else {
            try runtime.write(moment.boxed)
        }
    }

    private static let named = [
        "filedate": "yyyyMMdd", "filedatetime": "yyyyMMddTHHmmssffff", "filedateuniversal": "yyyyMMddZ",
        "filedatetimeuniversal": "yyyyMMddTHHmmssffffZ",
    ]
}

/// The format of -UFormat, whose fields are those of date(1) and strftime(3).
enum UnixDateFormat {
    private static let fields: [Character: String] = [
        "Y": "yyyy", "y": "yy", "m": "MM", "d": "dd", "H": "HH", "M": "mm", "S": "ss", "I": "hh", "p": "tt", "A": "dddd",
        "a": "ddd", "B": "MMMM",
        "b": "MMM", "h": "MMM", "F": "yyyy-MM-dd", "T": "HH:mm:ss", "R": "HH:mm", "D": "MM/dd/yy", "Z": "zz", "x": "MM/dd/yy",
        "X": "HH:mm:ss",
        "c": "ddd dd MMM yyyy HH:mm:ss",
    ]

    /// The text of a date. A leading `+` is ignored; an unknown field stays as it is.
    static func format(_ date: DateTime, _ format: String) -> String {
        var text = ""
        var isField = false
        for character in format.hasPrefix("+") ? format.dropFirst() : format[...] {
            if isField {
                isField = false
                switch character {
                case "%": text += "%"
                case "n": text += "\n"
                case "t": text += "\t"
                case "s": text += String(date.unixSeconds)
                case "j": text += String(repeating: "0", count: max(0, 3 - String(date.dayOfYear).count)) + String(date.dayOfYear)
                case "u": text += String(date.dayOfWeek == 0 ? 7 : date.dayOfWeek)
                case "w": text += String(date.dayOfWeek)
                default:
                    text +=
                        fields[character].map { DateFormat.format(date, $0.count == 1 ? "%" + $0 : $0) } ?? "%" + String(character)
                }
            } else if character == "%" {
                isField = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
