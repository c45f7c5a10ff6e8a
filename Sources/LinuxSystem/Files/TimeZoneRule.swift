/// What a time zone's rule for the years to come says: the offset of its standard time, and that of its summer time where it has one.
///
/// Read from the footer of the zone's TZif file (RFC 8536, section 3.3), a POSIX TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3`. libc knows
/// one zone at a time, that of TZ: to ask it for another would change this process's environment beside threads that read it.
public struct TimeZoneRule: Sendable, Hashable {
    /// Seconds east of Greenwich.
    public let standardOffset: Int
    /// Seconds east of Greenwich in summer; nil where the clock is never changed.
    public let daylightOffset: Int?

    /// The smaller offset: in Dublin the law calls summer time the standard, and .NET calls winter the base.
    public var baseOffset: Int { min(standardOffset, daylightOffset ?? standardOffset) }

    /// - Parameter id: a name of the zone database (`Europe/Berlin`).
    /// - Returns: nil where the zone's file is missing, or has no such footer (version 1, which no system writes any more).
    public static func of(_ id: String, in folder: String = "/usr/share/zoneinfo") -> TimeZoneRule? {
        guard !id.isEmpty, !id.hasPrefix("/"), !id.split(separator: "/").contains(".."),
            let bytes = try? Files.read(folder + "/" + id, limit: 1 << 20), bytes.starts(with: Array("TZif".utf8)),
            bytes.last == newline, let start = bytes.dropLast().lastIndex(of: newline)
        else { return nil }
        return TimeZoneRule(posix: String(decoding: bytes[(start + 1)...].dropLast(), as: UTF8.self))
    }

    private static let newline = UInt8(ascii: "\n")

    /// - Parameter posix: the form of the TZ variable (POSIX.1, section 8.3): a name and an offset, which count west as positive.
    public init?(posix: String) {
        var rest = posix[...]
        guard Self.takeName(&rest), let standard = Self.takeOffset(&rest) else { return nil }
        standardOffset = -standard
        if Self.takeName(&rest) {
            daylightOffset = Self.takeOffset(&rest).map { -$0 } ?? standardOffset + 3600
        } else {
            daylightOffset = nil
        }
    }

    /// `CET`, `<+0330>`.
    private static func takeName(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let end = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let letters = text.prefix { $0.isLetter }
        text = text[letters.endIndex...]
        return !letters.isEmpty
    }

    /// `-1`, `5:30`, `-03:00:00`, in seconds.
    private static func takeOffset(_ text: inout Substring) -> Int? {
        let isNegative = text.first == "-"
        if isNegative || text.first == "+" { text = text.dropFirst() }
        let written = text.prefix { $0.isNumber || $0 == ":" }
        let parts = written.split(separator: ":").map { Int($0) ?? 0 }
        guard let hours = parts.first, hours <= 167, parts.count <= 3 else { return nil }
        text = text[written.endIndex...]
        let seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return isNegative ? -seconds : seconds
    }
}
