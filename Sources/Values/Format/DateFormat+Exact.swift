extension DateFormat {
    /// The custom format that a standard format letter stands for; a custom format unchanged.
    static func pattern(_ format: String) -> String {
        switch format {
        case "d": "MM/dd/yyyy"
        case "D": "dddd, dd MMMM yyyy"
        case "t": "HH:mm"
        case "T": "HH:mm:ss"
        case "f": "dddd, dd MMMM yyyy HH:mm"
        case "F", "U": "dddd, dd MMMM yyyy HH:mm:ss"
        case "g": "MM/dd/yyyy HH:mm"
        case "G": "MM/dd/yyyy HH:mm:ss"
        case "s": "yyyy-MM-ddTHH:mm:ss"
        case "u": "yyyy-MM-dd HH:mm:ss'Z'"
        case "o", "O": "yyyy-MM-ddTHH:mm:ss.fffffffK"
        case "r", "R": "ddd, dd MMM yyyy HH:mm:ss 'GMT'"
        case "M", "m": "MMMM dd"
        case "Y", "y": "yyyy MMMM"
        default: format.hasPrefix("%") ? String(format.dropFirst()) : format
        }
    }

    /// Reads a date that is written exactly as a format says (DateTime.ParseExact); nil where it is not.
    public static func parseExact(_ text: String, _ format: String) -> DateTime? {
        var reader = ExactReader(text)
        let isUniversal = ["u", "r", "R"].contains(format)
        guard reader.read(Array(pattern(format))), let date = reader.date else { return nil }
        return isUniversal ? DateTime(ticks: date.ticks, kind: .unspecified) : date
    }
}

/// Reads the fields that a format names from a text, from left to right.
private struct ExactReader {
    private var rest: Substring
    private var year: Int?
    private var month = 1
    private var day = 1
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var fraction: Int64 = 0
    private var afternoon: Bool?
    /// The zone's offset that was read, in seconds east of Greenwich.
    private var offset: Int64?
    private var isUniversal = false

    init(_ text: String) { rest = Substring(text) }

    mutating func read(_ format: [Character]) -> Bool {
        var place = 0
        while place < format.count {
            let letter = format[place]
            var run = 1
            while place + run < format.count, format[place + run] == letter { run += 1 }
            switch letter {
            case "'", "\"":
                place += 1
                while place < format.count, format[place] != letter {
                    guard take(format[place]) else { return false }
                    place += 1
                }
                place += 1
                continue
            case "\\":
                guard place + 1 < format.count, take(format[place + 1]) else { return false }
                place += 2
                continue
            default: guard field(letter, run) else { return false }
            }
            place += run
        }
        return rest.isEmpty
    }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(_ least: Int, _ most: Int) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(most)
        guard digits.count >= least else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int(digits)
    }

    /// Reads a number: of one digit or more for a single format letter, of exactly as many digits as letters for several.
    private mutating func number(_ run: Int) -> Int? { number(run == 1 ? 1 : 2, 2) }

    private mutating func name(_ names: [String], short: Bool) -> Int? {
        for (place, name) in names.enumerated() {
            let wanted = short ? String(name.prefix(3)) : name
            if String(rest).hasPrefixIgnoringCase(wanted) {
                rest = rest.dropFirst(wanted.count)
                return place
            }
        }
        return nil
    }

    private mutating func field(_ letter: Character, _ run: Int) -> Bool {
        switch letter {
        case "y":
            guard let number = run <= 2 ? number(run, 2) : number(run, max(run, 4)) else { return false }
            year = run > 2 ? number : number < 50 ? 2000 + number : 1900 + number
        case "M":
            guard let found = run >= 3 ? name(DateTime.monthNames, short: run == 3).map({ $0 + 1 }) : number(run) else {
                return false
            }
            month = found
        case "d":
            if run >= 3 { return name(DateTime.dayNames, short: run == 3) != nil }
            guard let found = number(run) else { return false }
            day = found
        case "H", "h":
            guard let found = number(run) else { return false }
            if letter == "h", !(1...12).contains(found) { return false }
            hour = found
        case "m":
            guard let found = number(run) else { return false }
            minute = found
        case "s":
            guard let found = number(run) else { return false }
            second = found
        case "f", "F":
            let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(min(run, 7))
            guard letter == "F" || digits.count == run else { return false }
            rest = rest.dropFirst(digits.count)
            fraction = Int64((digits + String(repeating: "0", count: 7 - digits.count))) ?? 0
        case "t":
            guard let first = rest.first?.uppercased(), first == "A" || first == "P" else { return false }
            afternoon = first == "P"
            rest = rest.dropFirst()
            if run > 1 {
                guard rest.first?.uppercased() == "M" else { return false }
                rest = rest.dropFirst()
            }
        case "z", "K": return zone(letter, run)
        case ":", "/", "-": for _ in 0..<run { guard take(letter) else { return false } }
        default: for _ in 0..<run { guard take(letter) else { return false } }
        }
        return true
    }

    private mutating func zone(_ letter: Character, _ run: Int) -> Bool {
        if letter == "K" {
            if take("Z") {
                isUniversal = true
                return true
            }
            if rest.first != "+", rest.first != "-" { return true }
        }
        guard let sign = rest.first, sign == "+" || sign == "-" else { return false }
        rest = rest.dropFirst()
        guard let hours = number(1, 2), hours <= 14 else { return false }
        var minutes = 0
        if letter == "K" || run >= 3 {
            guard take(":"), let found = number(2, 2), found < 60 else { return false }
            minutes = found
        }
        offset = Int64(hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
        return true
    }

    /// The date that was read. A time without a date is a time of today; a date with a zone is converted to local time, as .NET does.
    var date: DateTime? {
        if let afternoon {
            guard (0...12).contains(hour) else { return nil }
            return made(hour: hour % 12 + (afternoon ? 12 : 0))
        }
        return made(hour: hour)
    }

    private func made(hour: Int) -> DateTime? {
        let today = DateTime.now().date
        let hasDay = year != nil || month != 1 || day != 1
        guard
            let reading = DateTime(
                year: year ?? today.year, month: hasDay ? month : today.month, day: hasDay ? day : today.day, hour: hour,
                minute: minute, second: second, ticks: fraction)
        else { return nil }
        if isUniversal { return DateTime(ticks: reading.ticks, kind: .utc).toLocal() }
        guard let offset else { return reading }
        return DateTime(ticks: reading.ticks - offset * TimeSpan.ticksPerSecond, kind: .utc).toLocal()
    }
}
