/// .NET's standard and custom numeric formats in the invariant culture, and the formats of other values that have one.
public enum NumberFormat {
    /// The text of a value in a format. A value whose type has no formats ignores it.
    /// - Throws: `ValueError` FormatError if the standard format letter does not exist for the number's type; what the object's own
    ///   `formatted` throws.
    public static func format(_ value: Value, _ format: String) throws -> String {
        guard !format.isEmpty else { return value.roundTripText }
        switch value {
        case .int(let number): return try whole(Int128(number), .int32, format)
        case .double(let number): return try real(number, DecimalDigits(number), format)
        case .object(let object):
            if let date = object as? DateTimeObject { return DateFormat.format(date.date, format) }
            if let span = object as? TimeSpanObject { return TimeSpanFormat.format(span.span, format) }
            if let flags = object as? EnumObject {
                return try whole(Int128(flags.rawValue), .int32, format, named: value.displayText)
            }
            if let own = object as? any FormattableObject { return try own.formatted(format) }
        default: break
        }
        switch Number(value) {
        case .whole(let number, let kind)?: return try whole(number, kind, format)
        case .real(let number)?: return try real(number, DecimalDigits(value.roundTripText), format)
        case .decimal(let number)?: return try real(number.double, DecimalDigits(number.text), format)
        case .big(let number)?: return try big(number, format)
        case nil: return value.displayText
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

    private static func whole(_ number: Int128, _ kind: WholeKind, _ format: String, named: String? = nil) throws -> String {
        let exact = DecimalDigits(String(number))
        guard let (letter, precision) = standard(format) else {
            return CustomNumberFormat.format(number < 0, exact, format)
        }
        let sign = number < 0 ? "-" : ""
        switch letter {
        case "D", "d":
            if let named, letter == "D", precision == nil, Int64(named) == nil { return String(number) }
            return sign + padded(String(number.magnitude), precision)
        case "X", "x":
            return padded(String(pattern(number, kind), radix: 16, uppercase: letter == "X"), named == nil ? precision : 8)
        case "B", "b": return padded(String(pattern(number, kind), radix: 2), precision)
        case "G", "g":
            if let named { return named }
            return precision ?? 0 == 0 ? String(number) : try real(Double(number), exact, format)
        case "F", "f":
            if let named { return named }
            return try real(Double(number), exact, format)
        default: return try real(Double(number), exact, format)
        }
    }

    /// The number's two's complement bit pattern, in the width of its type.
    private static func pattern(_ number: Int128, _ kind: WholeKind) -> UInt64 {
        let bits = UInt64(truncatingIfNeeded: number)
        return kind.width == 64 ? bits : bits & ((1 << UInt64(kind.width)) - 1)
    }

    private static func big(_ number: BigInteger, _ format: String) throws -> String {
        guard let (letter, precision) = standard(format) else {
            return CustomNumberFormat.format(number.isNegative, DecimalDigits(number.text()), format)
        }
        switch letter {
        case "D", "d", "R", "r", "G", "g":
            let digits = number.text()
            return number.isNegative ? "-" + padded(String(digits.dropFirst()), precision) : padded(digits, precision)
        case "X", "x":
            guard !number.isNegative else { return try whole(number.int128 ?? 0, .int64, format) }
            // A leading digit of 8 or more would read as a negative number: .NET puts a zero before it.
            let digits = letter == "X" ? number.text(radix: 16).uppercased() : number.text(radix: 16).lowercased()
            return padded((digits.first?.hexDigitValue ?? 0) >= 8 ? "0" + digits : digits, precision)
        default: return try real(number.double, DecimalDigits(number.text()), format)
        }
    }

    private static func padded(_ digits: String, _ width: Int?) -> String {
        String(repeating: "0", count: max(0, (width ?? 0) - digits.count)) + digits
    }

    /// - Parameters:
    ///   - number: the value, for its sign and for what a double alone can say (infinities).
    ///   - digits: its exact digits.
    private static func real(_ number: Double, _ digits: DecimalDigits, _ format: String) throws -> String {
        guard number.isFinite || digits.exponent > 300 else { return Display.roundTripText(number) }
        guard let (letter, precision) = standard(format) else { return CustomNumberFormat.format(number < 0, digits, format) }
        let sign = number < 0 ? "-" : ""
        switch letter {
        case "N", "n":
            let text = fixed(digits, precision ?? 2)
            return signed(number, text, group(text))
        case "F", "f":
            let text = fixed(digits, precision ?? 2)
            return signed(number, text, text)
        case "P", "p":
            let text = fixed(digits.scaled(by: 2), precision ?? 2)
            return signed(number, text, group(text)) + " %"
        case "C", "c":
            let text = "¤" + group(fixed(digits, precision ?? 2))
            return number < 0 ? "(\(text))" : text
        case "E", "e": return sign + scientific(digits, precision ?? 6, letter)
        case "G", "g":
            guard let precision, precision > 0 else { return Display.roundTripText(number) }
            return Display.roundTripText(Double(sign + scientific(digits, precision - 1, "E")) ?? number)
        case "R", "r": return Display.roundTripText(number)
        default:
            throw ValueError(
                "Format specifier was invalid.", id: "FormatError", exception: "System.FormatException",
                category: "InvalidOperation")
        }
    }

    /// A number in a count of significant digits, as .NET's `G` format rounds it: with an exponent.
    static func significant(_ number: Double, _ count: Int) -> String {
        (number < 0 ? "-" : "") + scientific(DecimalDigits(number), count - 1, "E")
    }

    /// A negative number that is rounded to zero prints without a sign.
    private static func signed(_ number: Double, _ digits: String, _ text: String) -> String {
        number < 0 && digits.contains(where: { ("1"..."9").contains($0) }) ? "-" + text : text
    }

    /// Digits with a fixed number of decimals, halves away from zero on the shortest decimal form, as .NET Core rounds.
    static func fixed(_ digits: DecimalDigits, _ places: Int) -> String {
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

    /// `1.234560E+003`, the number's sign left out.
    private static func scientific(_ digits: DecimalDigits, _ places: Int, _ letter: Character) -> String {
        var exponent = digits.digits == "0" ? 0 : digits.exponent
        var mantissa = digits
        mantissa.exponent = 0
        var text = fixed(mantissa, places)
        if text.hasPrefix("10") {
            text = fixed(DecimalDigits("1"), places)
            exponent += 1
        }
        let power = String(abs(exponent))
        return text + String(letter) + (exponent < 0 ? "-" : "+") + String(repeating: "0", count: max(0, 3 - power.count)) + power
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
    static func format(_ isNegative: Bool, _ digits: DecimalDigits, _ format: String) -> String {
        let sections = format.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        if isNegative, sections.count > 1, !sections[1].isEmpty { return section(digits, sections[1]) }
        if digits.digits == "0", sections.count > 2 { return section(digits, sections[2]) }
        return (isNegative ? "-" : "") + section(digits, sections[0])
    }

    private static func section(_ number: DecimalDigits, _ format: String) -> String {
        let characters = Array(format)
        let slots = characters.filter { $0 == "0" || $0 == "#" || $0 == "." }
        guard !slots.isEmpty else { return format }
        let scaled = characters.contains("%") ? number.scaled(by: 2) : number
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

/// An object whose type defines format strings (.NET's IFormattable).
public protocol FormattableObject: Object {
    /// The object's text in a format.
    /// - Parameter format: a format string of the object's type; empty for its usual text.
    /// - Throws: `ValueError` FormatError if the type has no such format; what the ToString of a script's class throws.
    func formatted(_ format: String) throws -> String
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
