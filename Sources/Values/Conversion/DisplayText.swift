import Glibc

extension Value {
    /// The string that output, `"$value"` and [string] make of a value, in the invariant culture: PowerShell gives doubles 15 significant
    /// digits there and singles 7 (.NET's `G15` and `G7`).
    public var displayText: String { Display.text(self, separator: " ", depth: 0) }

    /// The string that .NET's own ToString() makes: as `displayText`, but numbers have the shortest digits that read back as the same
    /// number. -f, [string]::Format, StringBuilder, text writers and data formats (JSON, CSV, CLIXML) print this.
    public var roundTripText: String {
        switch self {
        case .double(let number): Display.roundTripText(number)
        case .fixed(.single(let number)): Display.roundTripText(number)
        default: displayText
        }
    }

    /// `displayText` with another separator between the elements of an array (`$OFS`).
    public func displayText(separator: String) -> String { Display.text(self, separator: separator, depth: 0) }
}

enum Display {
    static func text(_ value: Value, separator: String, depth: Int) -> String {
        switch value {
        case .null, .nothing, .unset: return ""
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return String(number)
        case .long(let number): return String(number)
        case .double(let number): return text(number)
        case .fixed(let number): return text(number)
        case .char(let unit): return String(decoding: [unit], as: UTF16.self)
        case .string(let text): return text.value
        case .array(let array): return text(array.elements, separator, depth)
        case .object(let object):
            if let text = object.stringForm { return text }
            // A collection inside the array prints its type's name, so that a collection that contains itself does not recurse forever.
            if depth == 0, let elements = object.enumerated, !(object is HashtableObject) {
                return text(elements, separator, depth)
            }
            return object.type.name
        }
    }

    private static func text(_ elements: [Value], _ separator: String, _ depth: Int) -> String {
        elements.map { element in
            if case .array = element { return element.type.name }
            return text(element, separator: separator, depth: depth + 1)
        }.joined(separator: separator)
    }

    static func text(_ number: FixedNumber) -> String {
        switch number {
        case .int8(let number): String(number)
        case .uint8(let number): String(number)
        case .int16(let number): String(number)
        case .uint16(let number): String(number)
        case .uint32(let number): String(number)
        case .uint64(let number): String(number)
        case .single(let number):
            text(Double(number), DecimalDigits(abs(number).description).rounded(to: 7, of: Double(number)), exponentFrom: 7)
        }
    }

    /// A double in at most 15 significant digits, with an exponent if it is 1E+15 or more, or 1E-05 or less.
    static func text(_ number: Double) -> String {
        text(number, DecimalDigits(number).rounded(to: 15, of: number), exponentFrom: 15)
    }

    /// The shortest text that reads back as the same double.
    static func roundTripText(_ number: Double) -> String { text(number, DecimalDigits(number), exponentFrom: 15) }

    /// The shortest text that reads back as the same single.
    static func roundTripText(_ number: Float) -> String {
        text(Double(number), DecimalDigits(abs(number).description), exponentFrom: 7)
    }

    private static func text(_ number: Double, _ digits: @autoclosure () -> DecimalDigits, exponentFrom limit: Int) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-∞" : "∞" }
        if number == 0 { return number.sign == .minus ? "-0" : "0" }
        let digits = digits()
        let exponent = digits.exponent
        if exponent >= limit || exponent < -4 {
            var mantissa = String(digits.digits.prefix(1))
            if digits.digits.count > 1 { mantissa += "." + digits.digits.dropFirst() }
            let magnitude = abs(exponent)
            return (number < 0 ? "-" : "") + mantissa + "E" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "")
                + String(magnitude)
        }
        return (number < 0 ? "-" : "") + digits.plain
    }
}

/// The shortest decimal digits of a double and where its point stands.
struct DecimalDigits {
    /// Significant digits without a point, at least one.
    var digits: String
    /// The power of ten of the first digit.
    var exponent: Int

    init(_ number: Double) { self.init(abs(number).description) }

    /// Parses Swift's description of a number: digits with an optional sign, point and exponent.
    init(_ description: String) {
        var text = Substring(description.hasPrefix("-") ? description.dropFirst() : Substring(description))
        var shift = 0
        if let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            shift = Int(text[text.index(after: e)...]) ?? 0
            text = text[..<e]
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts.first.map(String.init) ?? "0"
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        var all = whole + fraction
        var first = whole.count - 1 + shift
        while all.count > 1, all.first == "0" {
            all.removeFirst()
            first -= 1
        }
        while all.count > 1, all.last == "0" { all.removeLast() }
        digits = all
        exponent = first
    }

    /// The number rounded to a count of significant digits.
    /// Digits that are few enough are returned as they are, except those of a subnormal number, which has fewer significant bits. More
    /// digits are rounded from the number's exact value, as .NET does: rounding the shortest digits would round twice.
    /// - Parameter number: the number whose shortest digits these are.
    func rounded(to count: Int, of number: Double) -> DecimalDigits {
        guard digits.utf8.count > count || number.isSubnormal, number.isFinite else { return self }
        // 17 digits, a point, a sign and an exponent of three digits fit in 32 bytes.
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            _ = withVaList([Int32(count - 1), abs(number)]) { vsnprintf(buffer.baseAddress, 32, "%.*e", $0) }
            return buffer.baseAddress.map { String(cString: $0) } ?? digits
        }
        return DecimalDigits(text)
    }

    /// The digits of the number multiplied by a power of ten.
    func scaled(by power: Int) -> DecimalDigits {
        var result = self
        if digits != "0" { result.exponent += power }
        return result
    }

    /// The number in decimal notation without an exponent.
    var plain: String {
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
        if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
        return String(digits.prefix(exponent + 1)) + "." + String(digits.dropFirst(exponent + 1))
    }
}
