import Glibc

/// System.DateTime: 100 ns ticks since 0001-01-01 on the proleptic Gregorian calendar, with its kind.
public struct DateTime: Sendable, Hashable, Comparable {
    /// What the ticks count in: the time zone of the machine, UTC, or what only the script knows.
    public enum Kind: String, Sendable {
        case unspecified = "Unspecified"
        case utc = "Utc"
        case local = "Local"

        /// The number of System.DateTimeKind.
        var number: Int64 {
            switch self {
            case .unspecified: 0
            case .utc: 1
            case .local: 2
            }
        }
    }

    /// 100 ns since 0001-01-01, from 0 to `maximum`.
    public var ticks: Int64
    /// What the ticks count in.
    public var kind: Kind
    /// Ticks of 1970-01-01.
    static let unixEpoch: Int64 = 621_355_968_000_000_000
    static let ticksPerDay: Int64 = 864_000_000_000
    /// 9999-12-31 23:59:59.9999999.
    static let maximum: Int64 = 3_155_378_975_999_999_999

    /// Takes ticks, brought into the range of .NET's dates.
    public init(ticks: Int64, kind: Kind) {
        self.ticks = min(max(ticks, 0), Self.maximum)
        self.kind = kind
    }

    /// By the ticks alone, whatever the kinds are, as in .NET.
    public static func < (left: DateTime, right: DateTime) -> Bool { left.ticks < right.ticks }

    /// From the calendar; nil where a field is out of its range.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, ticks: Int64 = 0,
        kind: Kind = .unspecified
    ) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.daysIn(month, of: year)).contains(day),
            (0...23).contains(hour),
            (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        let days = Self.days(before: year) + Self.days(before: month, of: year) + day - 1
        let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(ticks: seconds * TimeSpan.ticksPerSecond + ticks, kind: kind)
    }

    /// Whether a year of the Gregorian calendar has 366 days.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    /// How many days a month of a year has.
    public static func daysIn(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
    private static func days(before year: Int) -> Int {
        let y = year - 1
        return y * 365 + y / 4 - y / 100 + y / 400
    }
    private static func days(before month: Int, of year: Int) -> Int { (1..<month).reduce(0) { $0 + daysIn($1, of: year) } }

    /// Year, month and day.
    public var date: (year: Int, month: Int, day: Int) {
        let total = Int(ticks / Self.ticksPerDay)
        var year = total / 366 + 1
        while year < 9999, Self.days(before: year + 1) <= total { year += 1 }
        var rest = total - Self.days(before: year)
        var month = 1
        while month < 12, rest >= Self.daysIn(month, of: year) {
            rest -= Self.daysIn(month, of: year)
            month += 1
        }
        return (year, month, rest + 1)
    }
    /// 0 to 23.
    public var hour: Int { Int(ticks / (3600 * TimeSpan.ticksPerSecond) % 24) }
    /// 0 to 59.
    public var minute: Int { Int(ticks / (60 * TimeSpan.ticksPerSecond) % 60) }
    /// 0 to 59.
    public var second: Int { Int(ticks / TimeSpan.ticksPerSecond % 60) }
    /// 0 to 999.
    public var millisecond: Int { Int(ticks / 10_000 % 1000) }
    /// 0 for Sunday.
    public var dayOfWeek: Int { Int((ticks / Self.ticksPerDay + 1) % 7) }
    /// 1 to 366.
    public var dayOfYear: Int {
        let date = date
        return Self.days(before: date.month, of: date.year) + date.day
    }

    /// Seconds since 1970 of a UTC reading.
    public var unixSeconds: Int64 { (toUniversal().ticks - Self.unixEpoch) / TimeSpan.ticksPerSecond }

    /// From seconds and nanoseconds since 1970, in local time.
    public static func local(unixSeconds: Int64, nanoseconds: Int64 = 0) -> DateTime {
        let utc = unixEpoch &+ unixSeconds &* TimeSpan.ticksPerSecond &+ nanoseconds / 100
        return DateTime(ticks: utc &+ offset(at: unixSeconds) &* TimeSpan.ticksPerSecond, kind: .local)
    }

    /// This moment in the machine's time zone.
    public static func now() -> DateTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
    }

    /// Seconds east of Greenwich at a moment, by TZ or /etc/localtime.
    static func offset(at unixSeconds: Int64) -> Int64 {
        var seconds = time_t(unixSeconds)
        var broken = tm()
        guard localtime_r(&seconds, &broken) != nil else { return 0 }
        return Int64(broken.tm_gmtoff)
    }

    /// The same moment in UTC; a date of no kind counts as local.
    public func toUniversal() -> DateTime {
        guard kind != .utc else { return self }
        let reading = (ticks - Self.unixEpoch) / TimeSpan.ticksPerSecond
        let first = Self.offset(at: reading)
        let exact = Self.offset(at: reading - first)
        return DateTime(ticks: ticks - exact * TimeSpan.ticksPerSecond, kind: .utc)
    }

    /// The same moment in the machine's time zone; a date of no kind counts as UTC.
    public func toLocal() -> DateTime {
        guard kind != .local else { return self }
        let reading = (ticks - Self.unixEpoch) / TimeSpan.ticksPerSecond
        return DateTime(ticks: ticks + Self.offset(at: reading) * TimeSpan.ticksPerSecond, kind: .local)
    }

    /// The date plus a time span, which may be negative.
    /// - Throws: `ValueError` ArgumentOutOfRangeException if the sum is before year 1 or after year 9999.
    public func adding(_ span: TimeSpan) throws -> DateTime {
        let (sum, overflow) = ticks.addingReportingOverflow(span.ticks)
        guard !overflow, (0...Self.maximum).contains(sum) else {
            throw ValueError(
                "The added or subtracted value results in an un-representable DateTime.", id: "ArgumentOutOfRangeException",
                exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
        }
        return DateTime(ticks: sum, kind: kind)
    }

    /// The date plus a number of months, which may be negative. Its day becomes the month's last one where the month is shorter.
    /// - Throws: `ValueError` ArgumentOutOfRangeException if the result is before year 1 or after year 9999.
    public func addingMonths(_ months: Int) throws -> DateTime {
        let date = date
        let (zeroBased, overflow) = (date.year * 12 + date.month - 1).addingReportingOverflow(months)
        guard !overflow, zeroBased >= 12, zeroBased < 120_000 else { return try adding(TimeSpan(ticks: .max)) }
        let year = zeroBased / 12
        let month = zeroBased % 12 + 1
        let day = min(date.day, Self.daysIn(month, of: year))
        guard let moved = DateTime(year: year, month: month, day: day, kind: kind) else { return self }
        return DateTime(ticks: moved.ticks + ticks % Self.ticksPerDay, kind: kind)
    }

    /// The date as a value of the language.
    public var boxed: Value { .object(DateTimeObject(self)) }
}

/// A date as an object.
public final class DateTimeObject: Object, ComparableObject, AddableObject {
    /// The date.
    public let date: DateTime

    /// Makes the object of a date.
    public init(_ date: DateTime) {
        self.date = date
        super.init()
    }

    public override var type: ObjectType { DateTime.objectType }
    public override var stringForm: String? { DateFormat.format(date, "MM/dd/yyyy HH:mm:ss") }

    /// By the ticks; nil for objects of other types.
    public func order(to other: Object) -> Int? {
        guard let other = other as? DateTimeObject else { return nil }
        return date < other.date ? -1 : date.ticks == other.date.ticks ? 0 : 1
    }

    /// The date plus or minus a time span (a date), or minus a date (a time span); nil for other operands.
    /// - Throws: `ValueError` ArgumentOutOfRangeException if the date is before year 1 or after year 9999.
    public func applying(_ sign: String, _ right: Value) throws -> Value? {
        if let span = right.asObject(TimeSpanObject.self)?.span {
            return try date.adding(sign == "-" ? TimeSpan(ticks: 0 &- span.ticks) : span).boxed
        }
        if sign == "-", let other = right.asObject(DateTimeObject.self) {
            return TimeSpan(ticks: date.ticks - other.date.ticks).boxed
        }
        return nil
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.DateTime", "datetime") { DateTime.objectType }
}
