/// .NET's standard and custom date formats in the invariant culture.
public enum DateFormat {
    /// The date in a standard (`d`, `o`, `U`) or custom (`yyyy-MM-dd`) format. An empty format is the invariant culture's general format.
    public static func format(_ date: DateTime, _ format: String) -> String {
        switch format {
        case "": return custom(date, "MM/dd/yyyy HH:mm:ss")
        case "U": return custom(date.toUniversal(), pattern(format))
        default: return custom(date, pattern(format))
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    static func custom(_ date: DateTime, _ format: String) -> String {
        let characters = Array(format)
        var text = ""
        var place = 0
        while place < characters.count {
            let letter = characters[place]
            var run = 1
            while place + run < characters.count, characters[place + run] == letter { run += 1 }
            switch letter {
            case "'", "\"":
                place += 1
                while place < characters.count, characters[place] != letter {
                    text.append(characters[place])
                    place += 1
                }
                place += 1
                continue
            case "\\":
                if place + 1 < characters.count { text.append(characters[place + 1]) }
                place += 2
                continue
            default:
                if let field = field(date, letter, run) { text += field } else { text += String(repeating: letter, count: run) }
            }
            place += run
        }
        return text
    }

    private static func field(_ date: DateTime, _ letter: Character, _ run: Int) -> String? {
        let day = date.date
        switch letter {
        case "y": return run <= 2 ? padded(day.year % 100, run) : padded(day.year, run)
        case "M":
            let name = DateTime.monthNames[max(0, min(11, day.month - 1))]
            return run >= 4 ? name : run == 3 ? String(name.prefix(3)) : padded(day.month, run)
        case "d":
            let name = DateTime.dayNames[max(0, min(6, date.dayOfWeek))]
            return run >= 4 ? name : run == 3 ? String(name.prefix(3)) : padded(day.day, run)
        case "H": return padded(date.hour, min(run, 2))
        case "h": return padded(date.hour % 12 == 0 ? 12 : date.hour % 12, min(run, 2))
        case "m": return padded(date.minute, min(run, 2))
        case "s": return padded(date.second, min(run, 2))
        case "f", "F":
            let digits = String(padded(Int(date.ticks % TimeSpan.ticksPerSecond), 7).prefix(min(run, 7)))
            guard letter == "F" else { return digits }
            var trimmed = digits
            while trimmed.last == "0" { trimmed.removeLast() }
            return trimmed
        case "t": return run == 1 ? (date.hour < 12 ? "A" : "P") : (date.hour < 12 ? "AM" : "PM")
        case "z", "K":
            if letter == "K", date.kind == .utc { return "Z" }
            if letter == "K", date.kind == .unspecified { return "" }
            let offset = Int(date.kind == .utc ? 0 : DateTime.offset(at: date.unixSeconds))
            let sign = offset < 0 ? "-" : "+"
            let hours = padded(abs(offset) / 3600, letter == "z" && run == 1 ? 1 : 2)
            return letter == "K" || run >= 3 ? "\(sign)\(hours):\(padded(abs(offset) / 60 % 60, 2))" : sign + hours
        default: return nil
        }
    }

    /// Parses a date in ISO 8601 or in a usual form of the invariant culture (DateTime.Parse); nil where the text is no date.
    public static func parse(_ text: String) -> DateTime? {
        let trimmed = text.trimmingSpaces()
        let halves = trimmed.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
        guard let first = halves.first else { return nil }
        guard let day = calendarDay(first) else {
            guard first.contains(":"), let clock = clock(trimmed) else { return spelled(trimmed) }
            let today = DateTime.now()
            return DateTime(ticks: today.ticks / DateTime.ticksPerDay * DateTime.ticksPerDay + clock.ticks, kind: .unspecified)
        }
        guard halves.count == 2 else { return day }
        guard let clock = clock(halves[1]) else { return nil }
        let reading = DateTime(ticks: day.ticks + clock.ticks, kind: clock.offset == nil ? .unspecified : .utc)
        guard let offset = clock.offset else { return reading }
        return DateTime(ticks: reading.ticks - offset * TimeSpan.ticksPerSecond, kind: .utc).toLocal()
    }

    private static func calendarDay(_ text: String) -> DateTime? {
        for separator in ["-", "/", "."] as [Character] {
            let fields = text.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) }
            guard fields.count == 3, let a = fields[0], let b = fields[1], let c = fields[2] else { continue }
            if text.prefix(while: \.isNumber).count == 4 { return DateTime(year: a, month: b, day: c) }
            return DateTime(year: c < 100 ? c + (c < 50 ? 2000 : 1900) : c, month: a, day: b)
        }
        return nil
    }

    /// Parses a date that spells its month: `Jan 5, 2024`, `5 January 2024 10:00`.
    private static func spelled(_ text: String) -> DateTime? {
        var month: Int?
        var numbers: [Int] = []
        var clockTicks: Int64 = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            if word.contains(":") {
                guard let clock = clock(String(word)) else { return nil }
                clockTicks = clock.ticks
            } else if let number = Int(word) {
                numbers.append(number)
            } else if word.count >= 3, let place = DateTime.monthNames.firstIndex(where: { $0.hasPrefixIgnoringCase(String(word)) })
            {
                month = place + 1
            } else if !DateTime.dayNames.contains(where: { word.count >= 3 && $0.hasPrefixIgnoringCase(String(word)) }) {
                return nil
            }
        }
        guard let month, numbers.count == 2, let year = numbers.first(where: { $0 > 31 }),
            let day = numbers.first(where: { $0 <= 31 }),
            let date = DateTime(year: year, month: month, day: day)
        else { return nil }
        return DateTime(ticks: date.ticks + clockTicks, kind: .unspecified)
    }

    private static func clock(_ text: String) -> (ticks: Int64, offset: Int64?)? {
        var rest = text
        var offset: Int64?
        var afternoon: Bool?
        let upper = rest.uppercased()
        if upper.hasSuffix("PM") || upper.hasSuffix("AM") {
            afternoon = upper.hasSuffix("PM")
            rest = String(rest.dropLast(2)).trimmingSpaces()
        }
        if rest.hasSuffix("Z") {
            offset = 0
            rest.removeLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let fields = rest[rest.index(after: sign)...].split(separator: ":").map { Int64($0) }
            guard let hours = fields.first ?? nil, (0...14).contains(hours) else { return nil }
            let minutes = fields.count > 1 ? fields[1] ?? 0 : 0
            offset = (hours * 3600 + minutes * 60) * (rest[sign] == "-" ? -1 : 1)
            rest = String(rest[..<sign])
        }
        let fields = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count), var hour = Int64(fields[0]), (0...23).contains(hour) else { return nil }
        guard fields.count > 1 || afternoon != nil else { return nil }
        let minute = fields.count > 1 ? Int64(fields[1]) : 0
        let second = fields.count > 2 ? Double(fields[2]) : 0
        guard let minute, let second, (0...59).contains(minute), second >= 0, second < 60 else { return nil }
        if let afternoon { hour = hour % 12 + (afternoon ? 12 : 0) }
        return ((hour * 3600 + minute * 60) * TimeSpan.ticksPerSecond + Int64((second * 1e7).rounded()), offset)
    }
}
