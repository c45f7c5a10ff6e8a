import Values

/// Writes values as JSON, as PowerShell 7 does: two blanks of indent, enumerations as numbers, dates in ISO 8601.
struct JSONWriter {
    enum Escaping { case standard, nonASCII, html }

    var maximumDepth = 2
    var isCompressed = false
    var enumsAsStrings = false
    var escaping = Escaping.standard
    /// Reads an object's properties, scripts' own ones included.
    var properties: (Value) throws -> [PropertyValue] = { $0.properties }

    /// Set where something was deeper than the limit and became a string.
    private(set) var isTruncated = false
    private var output: [UInt8] = []

    init() {}

    mutating func text(of value: Value) throws -> String {
        output.removeAll(keepingCapacity: true)
        try write(value, depth: 0)
        return String(decoding: output, as: UTF8.self)
    }

    // MARK: Values

    private mutating func write(_ value: Value, depth: Int) throws {
        switch value {
        case .null, .nothing, .unset: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .int(let number): append(String(number))
        case .long(let number): append(String(number))
        case .double(let number): write(number)
        case .fixed(let number):
            if case .single(let real) = number {
                write(Double(real.description) ?? Double(real))
            } else {
                append(value.displayText)
            }
        case .char: write(value.displayText)
        case .string(let text): write(text.value)
        case .array(let array):
            if array.attached != nil { return try write(array, value, depth: depth) }
            try write(array.elements, of: value, depth: depth)
        case .object(let object): try write(object, value, depth: depth)
        }
    }

    /// What scripts added to an object that is written as a text, a number, an array or a table.
    private func notes(_ object: Object) -> [PropertyValue] {
        guard let attached = object.attached else { return [] }
        return zip(attached.names, attached.members).compactMap { name, member in
            member.stored.map { PropertyValue(name: name, value: $0) }
        }
    }

    private mutating func write(_ object: Object, _ value: Value, depth: Int) throws {
        if object.attached != nil,
            object is EnumObject || object.type.name == "System.Uri" || object is ListObject || object is ArrayObject
        {
            let added = notes(object)
            if !added.isEmpty {
                if isTooDeep(value, depth) { return }
                output.append(UInt8(ascii: "{"))
                newline(depth + 1)
                write("value")
                append(isCompressed ? ":" : ": ")
                if let elements = object.enumerated {
                    try write(elements, of: value, depth: depth + 1)
                } else {
                    try writePlain(object, value, depth: depth + 1)
                }
                for note in added {
                    output.append(UInt8(ascii: ","))
                    newline(depth + 1)
                    write(note.name)
                    append(isCompressed ? ":" : ": ")
                    try write(note.value, depth: depth + 1)
                }
                newline(depth)
                output.append(UInt8(ascii: "}"))
                return
            }
        }
        try writePlain(object, value, depth: depth)
    }

    private mutating func writePlain(_ object: Object, _ value: Value, depth: Int) throws {
        if object is SingletonObject { return append("null") }
        if let number = object as? EnumObject {
            if enumsAsStrings { write(value.displayText) } else { append(String(number.rawValue)) }
            return
        }
        if let date = object as? DateTimeObject { return write(Self.iso(date.date)) }
        if Self.numbers.contains(object.type.name) { return append(value.displayText) }
        if let table = object as? HashtableObject {
            return try writeMembers(
                table.pairs.map { PropertyValue(name: $0.key.displayText, value: $0.value) } + notes(table), of: value, depth: depth
            )
        }
        if let elements = object.enumerated { return try write(elements, of: value, depth: depth) }
        if Self.texts.contains(object.type.name) { return write(value.displayText) }
        if object.type.name == "System.Uri" { return write(value.property("OriginalString")?.text ?? value.displayText) }
        if object.type.name == "System.TimeSpan" {
            return try writeMembers(
                Self.timeSpanMembers.map { PropertyValue(name: $0, value: value.property($0) ?? .null) }, of: value, depth: depth)
        }
        let members = try properties(value)
        // Something without properties is its text.
        if members.isEmpty, !(object is CustomObject) { return write(value.displayText) }
        try writeMembers(members, of: value, depth: depth)
    }

    /// Beyond the limit, a text stands for an object. That also ends objects that hold themselves.
    private mutating func isTooDeep(_ value: Value, _ depth: Int) -> Bool {
        guard depth > maximumDepth else { return false }
        isTruncated = true
        write(value.displayText)
        return true
    }

    private mutating func writeMembers(_ members: [PropertyValue], of value: Value, depth: Int) throws {
        if isTooDeep(value, depth) { return }
        guard !members.isEmpty else { return append("{}") }
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in members {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            newline(depth + 1)
            write(member.name)
            append(isCompressed ? ":" : ": ")
            try write(member.value, depth: depth + 1)
        }
        newline(depth)
        output.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ elements: [Value], of value: Value, depth: Int) throws {
        if isTooDeep(value, depth) { return }
        guard !elements.isEmpty else { return append("[]") }
        output.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            newline(depth + 1)
            try write(element, depth: depth + 1)
        }
        newline(depth)
        output.append(UInt8(ascii: "]"))
    }

    private mutating func newline(_ depth: Int) {
        guard !isCompressed else { return }
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<depth * 2 { output.append(UInt8(ascii: " ")) }
    }

    // MARK: Scalars

    private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func write(_ number: Double) {
        guard number.isFinite else { return write(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity") }
        let text = Value.double(number).displayText
        append(text.contains { $0 == "." || $0 == "E" } ? text : text + ".0")
    }

    private mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        if escaping == .standard {
            for byte in text.utf8 { writeEscaped(byte) }
        } else {
            for scalar in text.unicodeScalars { writeEscaped(scalar) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case 0..<0x20: escape(UInt16(byte))
        default: output.append(byte)
        }
    }

    private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
        if escaping == .html, "<>&'".unicodeScalars.contains(scalar) { return escape(UInt16(scalar.value)) }
        if scalar.isASCII { return writeEscaped(UInt8(scalar.value)) }
        if escaping == .nonASCII {
            for unit in String(scalar).utf16 { escape(unit) }
        } else {
            output.append(contentsOf: String(scalar).utf8)
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    private static let numbers: Set<String> = [
        "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.UInt32", "System.UInt64", "System.Single",
        "System.Decimal", "System.Numerics.BigInteger",
    ]

    /// In .NET's order, which the display does not have.
    private static let timeSpanMembers = [
        "Ticks", "Days", "Hours", "Milliseconds", "Microseconds", "Nanoseconds", "Minutes", "Seconds", "TotalDays", "TotalHours",
        "TotalMilliseconds", "TotalMicroseconds", "TotalNanoseconds", "TotalMinutes", "TotalSeconds",
    ]

    /// Types whose properties say less than their text.
    private static let texts: Set<String> = [
        "System.Guid", "System.RuntimeType", "System.Management.Automation.ScriptBlock",
    ]

    /// `2026-01-31T14:05:06.1234567+01:00`, without a fraction of zero.
    private static func iso(_ date: DateTime) -> String {
        var text = DateFormat.format(date, "yyyy-MM-ddTHH:mm:ss")
        let fraction = date.ticks % TimeSpan.ticksPerSecond
        if fraction != 0 {
            var digits = String(fraction)
            digits = String(repeating: "0", count: 7 - digits.count) + digits
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        switch date.kind {
        case .utc: return text + "Z"
        case .local: return text + DateFormat.format(date, "zzz")
        case .unspecified: return text
        }
    }
}
