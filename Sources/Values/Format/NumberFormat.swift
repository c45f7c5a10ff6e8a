/// .NET's standard and custom numeric formats in the invariant culture, and the formats of other values that have one.
public enum NumberFormat {
    /// The text of a value in a format; the format is ignored where the value has none.
    public static func format(_ value: Value, _ format: String) throws -> String {
        guard !format.isEmpty else { return value.displayText }
        switch value {
        case .int(let number): return try whole(Int64(number), bits: 32, format)
        case .long(let number): return try whole(number, bits: 64, format)
        case .double(let number): return try real(number, format)
        case .object(let object):
            if let date = object as? DateTimeObject { return DateFormat.format(date.date, format) }
            if let span = object as? TimeSpanObject { return TimeSpanFormat.format(span.span, format) }
            if let flags = object as? EnumObject { return try whole(flags.rawValue, bits: 32, format, named: value.displayText) }
            return value.displayText
        default: return value.displayText
        }
    }

    /// The letter and the precision of a standard format; nil for a custom one.
    private static func standard(_ format: String) -> (letter: Character, precision: Int?)? {
        guard let letter = format.first, letter.isASCII, letter.isLetter else { return nil }
        let digits = format.dropFirst()
        if digits.isEmpty { return (letter, nil) }
        guard digits.count <= 3, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let precision = Int(digits) else { return nil }
        return (letter, precision)
    }

    private static func whole(_ number: Int64, bits: Int, _ format: String, named: String? = nil) throws -> String {
        guard let (letter, precision) = standard(format) else { return CustomNumberFormat.format(Double(number), format) }
        switch letter {
        case "D", "d":
            let digits = String(number.magnitude)
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, (precision ?? 0) - digits.count)) + digits
        case "X", "x":
            let pattern = bits == 32 ? UInt64(UInt32(truncatingIfNeeded: number)) : UInt64(bitPattern: number)
            let digits = String(pattern, radix: 16, uppercase: letter == "X")
            return String(repeating: "0", count: max(0, (precision ?? 0) - digits.count)) + digits
        case "B", "b":
            let pattern = bits == 32 ? UInt64(UInt32(truncatingIfNeeded: number)) : UInt64(bitPattern: number)
            let digits = String(pattern, radix: 2)
            return String(repeating: "0", count: max(0, (precision ?? 0) - digits.count)) + digits
        case "G", "g":
            if let named { return named }
            return precision == nil ? String(number) : try real(Double(number), format)
        case "F",
            "f" where named != nil:
            return named ?? ""
        case "N", "n", "F", "f":
            // Exact for Int64 where a double would round.
            let digits = String(number.magnitude)
            let grouped = letter == "N" || letter == "n" ? group(digits) : digits
            let places = precision ?? 2
            return (number < 0 ? "-" : "") + grouped + (places > 0 ? "." + String(repeating: "0", count: places) : "")
        default: return try real(Double(number), format)
        }
    }

    private static func real(_ number: Double, _ format: String) throws -> String {
        guard number.isFinite else { return Value.double(number).displayText }
        guard let (letter, precision) = standard(format) else { return CustomNumberFormat.format(number, format) }
        let sign = number < 0 ? "-" : ""
        switch letter {
        case "N", "n":
            let text = fixed(abs(number), precision ?? 2)
            return signed(number, text, group(text))
        case "F", "f":
            let text = fixed(abs(number), precision ?? 2)
            return signed(number, text, text)
        case "P", "p": return sign + group(fixed(abs(number) * 100, precision ?? 2)) + " %"
        case "C", "c":
            let text = "¤" + group(fixed(abs(number), precision ?? 2))
            return number < 0 ? "(\(text))" : text
        case "E", "e": return sign + scientific(abs(number), precision ?? 6, letter)
        case "G", "g":
            guard let precision, precision > 0 else { return Value.double(number).displayText }
            return Value.double(Double(scientific(number, precision - 1, "E")) ?? number).displayText
        case "R", "r": return Value.double(number).displayText
        default:
            throw ValueError(
                "Format specifier was invalid.", id: "FormatError", exception: "System.FormatException",
                category: "InvalidOperation")
        }
    }

    /// A rounded zero has no sign.
    private static func signed(_ number: Double, _ digits: String, _ text: String) -> String {
        number < 0 && digits.contains(where: { ("1"..."9").contains($0) }) ? "-" + text : text
    }

    /// Digits with a fixed number of decimals, halves away from zero on the shortest decimal form, as .NET Core rounds.
    static func fixed(_ number: Double, _ places: Int) -> String {
        let digits = DecimalDigits(number)
        var all = digits.digits.utf8.map { Int($0) - 48 }
        var point = digits.exponent + 1
        if point < 0 {
            all = Array(repeating: 0, count: -point) + all
            point = 0
        }
        let keep = point + places
        if keep < all.count {
            var carry = all[keep] >= 5
            all.removeSubrange(keep...)
            var place = keep - 1
            while carry, place >= 0 {
                all[place] += 1
                carry = all[place] == 10
                if carry { all[place] = 0 }
                place -= 1
            }
            if carry {
                all.insert(1, at: 0)
                point += 1
            }
        } else {
            all += Array(repeating: 0, count: keep - all.count)
        }
        let text = all.map(String.init).joined()
        let whole = point > 0 ? String(text.prefix(point)) : "0"
        return places > 0 ? whole + "." + text.dropFirst(point) : whole
    }

    private static func scientific(_ number: Double, _ places: Int, _ letter: Character) -> String {
        var digits = DecimalDigits(number)
        if number == 0 { digits.exponent = 0 }
        guard let mantissa = Double("\(digits.digits.prefix(1)).\(digits.digits.dropFirst())0") else { return "0" }
        var text = fixed(mantissa, places)
        var exponent = digits.exponent
        if text.hasPrefix("10") {
            text = fixed(1, places)
            exponent += 1
        }
        let power = String(abs(exponent))
        return (number < 0 ? "-" : "") + text + String(letter) + (exponent < 0 ? "-" : "+")
            + String(repeating: "0", count: max(0, 3 - power.count)) + power
    }

    /// Commas between groups of three.
    static func group(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = Array(parts[0])
        var grouped = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return parts.count > 1 ? grouped + "." + parts[1] : grouped
    }
}

/// Custom numeric formats: `0.00`, `#,##0`, `000`, `0.0%`.
enum CustomNumberFormat {
    static func format(_ number: Double, _ format: String) -> String {
        let sections = format.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        if number < 0, sections.count > 1, !sections[1].isEmpty { return section(abs(number), sections[1]) }
        if number == 0, sections.count > 2 { return section(0, sections[2]) }
        return (number < 0 ? "-" : "") + section(abs(number), sections[0])
    }

    private static func section(_ number: Double, _ format: String) -> String {
        let characters = Array(format)
        let slots = characters.filter { $0 == "0" || $0 == "#" || $0 == "." }
        guard !slots.isEmpty else { return format }
        let scaled = characters.contains("%") ? number * 100 : number
        let pieces = String(slots).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = pieces.count > 1 ? pieces[1].count : 0
        let required =
            pieces.count > 1
            ? (pieces[1].lastIndex(of: "0").map { pieces[1].distance(from: pieces[1].startIndex, to: $0) + 1 } ?? 0) : 0
        let zeros = pieces[0].drop(while: { $0 == "#" }).count
        let text = NumberFormat.fixed(scaled, decimals).split(separator: ".", maxSplits: 1)
        var whole = text[0] == "0" ? "" : String(text[0])
        whole = String(repeating: "0", count: max(0, zeros - whole.count)) + whole
        if let comma = characters.firstIndex(of: ","), characters[comma...].contains(where: { $0 == "0" || $0 == "#" }) {
            whole = NumberFormat.group(whole)
        }
        var fraction = text.count > 1 ? String(text[1]) : ""
        while fraction.count > required, fraction.last == "0" { fraction.removeLast() }
        let digits = whole + (fraction.isEmpty ? "" : "." + fraction)
        var result = ""
        var placed = false
        for character in characters {
            switch character {
            case "0", "#", ".", ",":
                if !placed { result += digits }
                placed = true
            case "'", "\"", "\\": continue
            default: result.append(character)
            }
        }
        return result
    }
}

enum TimeSpanFormat {
    static func format(_ span: TimeSpan, _ format: String) -> String {
        switch format {
        case "c", "t", "T": return span.text
        case "g", "G": return span.text
        default:
            var text = ""
            let characters = Array(format)
            var place = 0
            let second = TimeSpan.ticksPerSecond
            while place < characters.count {
                let letter = characters[place]
                if letter == "\\" {
                    if place + 1 < characters.count { text.append(characters[place + 1]) }
                    place += 2
                    continue
                }
                var run = 1
                while place + run < characters.count, characters[place + run] == letter { run += 1 }
                let number: Int64?
                switch letter {
                case "d": number = span.part(86_400 * second, .max)
                case "h": number = span.part(3600 * second, 24)
                case "m": number = span.part(60 * second, 60)
                case "s": number = span.part(second, 60)
                default: number = nil
                }
                if let number {
                    let digits = String(number.magnitude)
                    text += String(repeating: "0", count: max(0, run - digits.count)) + digits
                } else if letter == "f" {
                    let digits = String((span.ticks % second).magnitude)
                    text += (String(repeating: "0", count: max(0, 7 - digits.count)) + digits).prefix(run)
                } else if letter != "'" {
                    text += String(repeating: letter, count: run)
                }
                place += run
            }
            return text
        }
    }
}
