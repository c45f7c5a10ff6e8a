/// UTF-7 (RFC 2152). PowerShell still reads and writes it, and warns that it is obsolete.
enum UTF7 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let direct = Set("'(),-./:? \t\r\n".utf8)

    private static func isDirect(_ unit: UInt16) -> Bool {
        guard let byte = UInt8(exactly: unit) else { return false }
        return (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || direct.contains(byte)
    }

    static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var units = Array(text.utf16)[...]
        while let unit = units.first {
            if isDirect(unit) {
                result.append(UInt8(truncatingIfNeeded: unit))
                units.removeFirst()
            } else if unit == 0x2B {
                result += Array("+-".utf8)
                units.removeFirst()
            } else {
                let run = units.prefix { !isDirect($0) && $0 != 0x2B }
                units = units.dropFirst(run.count)
                result.append(0x2B)
                result += base64(run)
                result.append(0x2D)
            }
        }
        return result
    }

    private static func base64(_ units: ArraySlice<UInt16>) -> [UInt8] {
        var result: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for unit in units {
            bits = bits << 16 | UInt32(unit)
            count += 16
            while count >= 6 {
                count -= 6
                result.append(digits[Int(bits >> UInt32(count) & 63)])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { result.append(digits[Int(bits << UInt32(6 - count) & 63)]) }
        return result
    }

    static func decode(_ bytes: some Collection<UInt8>) -> String {
        var units: [UInt16] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x2B else {
                units.append(UInt16(byte))
                continue
            }
            if rest.first == 0x2D {
                rest.removeFirst()
                units.append(0x2B)
                continue
            }
            var (bits, count) = (UInt32(0), 0)
            while let next = rest.first, let digit = digits.firstIndex(of: next) {
                rest.removeFirst()
                bits = bits << 6 | UInt32(digit)
                count += 6
                guard count >= 16 else { continue }
                count -= 16
                units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
            if rest.first == 0x2D { rest.removeFirst() }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
