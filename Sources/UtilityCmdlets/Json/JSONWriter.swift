import Interpreter
import Values

/// Writes values as JSON in PowerShell 7's form: indented by two spaces, enumerations as numbers, dates in ISO 8601.
struct JSONWriter {
    /// -EscapeHandling: escape what JSON requires only, all that is not ASCII, or also <, >, & and the apostrophe.
    enum Escaping { case standard, nonASCII, html }
    /// Which properties beside those of its type an object is written with. PowerShell's ConvertTo-Json depends on whether an
    /// object is wrapped in a PSObject.
    enum Form {
        /// Those that scripts added to it.
        case plain
        /// Those that scripts added, and those that PowerShell's type data adds to .NET types: the object came through a pipeline.
        case wrapped
        /// None: for an instance of a script class that was given as an argument, and the values of its properties.
        case bare
    }

    /// -Depth: the levels of nested objects that are written.
    var maximumDepth = 2
    var isCompressed = false
    var enumsAsStrings = false
    /// The escaping of characters in strings.
    var escaping = Escaping.standard
    /// Reads the properties of an object, script properties included.
    var properties: (Value, Form) throws -> [PropertyValue] = { value, _ in value.properties }

    /// Whether something was deeper than `maximumDepth` and was written as its text.
    private(set) var isTruncated = false
    private var output: [UInt8] = []

    init() {}

    /// The JSON text of values.
    /// - Parameters:
    ///   - asArray: write an array even for one value.
    ///   - form: which properties the values are written with.
    /// - Throws: `ValueError` if a hashtable has a key that is no string, and what `properties` throws.
    mutating func text(of values: [Value], asArray: Bool, form: Form) throws -> String {
        output.removeAll(keepingCapacity: true)
        if !asArray, let only = values.first, values.count == 1 {
            try write(only, depth: 0, form: form)
        } else {
            try write(values, of: .array(values), depth: 0, form: form)
        }
        return String(decoding: output, as: UTF8.self)
    }

    // MARK: Values

    private mutating func write(_ value: Value, depth: Int, form: Form = .plain) throws {
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
            if array.attached != nil { return try write(array, value, depth: depth, form: form) }
            try write(array.elements, of: value, depth: depth)
        case .object(let object): try write(object, value, depth: depth, form: form)
        }
    }

    /// The properties that scripts added to an object which is not written as its properties: a number, an array or a hashtable.
    private func notes(_ object: Object) -> [PropertyValue] {
        guard let attached = object.attached else { return [] }
        return zip(attached.names, attached.members).compactMap { name, member in
            member.stored.map { PropertyValue(name: name, value: $0) }
        }
    }

    /// The properties that PowerShell's type data adds to .NET types.
    private static let extended = ["System.Guid": "Guid", "System.Net.IPAddress": "IPAddressToString"]

    private func isPlain(_ object: Object) -> Bool {
        object is EnumObject || object is ListObject || object is ArrayObject || object is SingletonObject
            || object is DateTimeOffsetObject || object.type.name == "System.Uri" || object.type.name == "System.Guid"
    }

    private mutating func write(_ object: Object, _ value: Value, depth: Int, form: Form) throws {
        let extra = form == .wrapped ? Self.extended[object.type.name] : nil
        if form != .bare, object.attached != nil || extra != nil, isPlain(object) {
            var added = notes(object)
            if let extra { added.append(PropertyValue(name: extra, value: value.property(extra) ?? .null)) }
            if !added.isEmpty {
                if isTooDeep(value, depth) { return }
                output.append(UInt8(ascii: "{"))
                newline(depth + 1)
                write("value")
                append(isCompressed ? ":" : ": ")
                if let elements = object.enumerated {
                    try write(elements, of: value, depth: depth + 1)
                } else {
                    try writePlain(object, value, depth: depth + 1, form: .plain)
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
        try writePlain(object, value, depth: depth, form: form)
    }

    private mutating func writePlain(_ object: Object, _ value: Value, depth: Int, form: Form) throws {
        if object is SingletonObject { return append("null") }
        if let number = object as? EnumObject {
            if enumsAsStrings { write(value.displayText) } else { append(String(number.rawValue)) }
            return
        }
        if let date = object as? DateTimeObject { return write(Self.iso(date.date)) }
        if let date = object as? DateTimeOffsetObject {
            return write(Self.iso(date.date.reading) + (try date.formatted("zzz")))
        }
        if Self.numbers.contains(object.type.name) { return append(value.displayText) }
        if let table = object as? HashtableObject {
            return try writeMembers(
                try table.pairs.map { PropertyValue(name: try Self.key($0.key, table), value: $0.value) } + notes(table),
                of: value, depth: depth)
        }
        if let elements = object.enumerated { return try write(elements, of: value, depth: depth) }
        if Self.texts.contains(object.type.name) { return write(value.displayText) }
        if object.type.name == "System.Uri" { return write(value.property("OriginalString")?.text ?? value.displayText) }
        if object.type.name == "System.TimeSpan" {
            return try writeMembers(
                Self.timeSpanMembers.map { PropertyValue(name: $0, value: value.property($0) ?? .null) }, of: value, depth: depth)
        }
        var members = try properties(value, form)
        // What type data adds comes last, and only for an object that came through a pipeline.
        if let extra = Self.extended[object.type.name] {
            let added = members.filter { $0.name == extra }
            members = members.filter { $0.name != extra } + (form == .wrapped ? added : [])
        }
        // An object without properties is written as its text.
        if members.isEmpty, !(object is CustomObject) { return write(value.displayText) }
        try writeMembers(members, of: value, depth: depth, form: object is any ClassInstance ? .bare : .plain)
    }

    private static func key(_ key: Value, _ table: HashtableObject) throws -> String {
        if case .string(let text) = key { return text.value }
        throw ValueError(
            "The type '\(table.type.name)' is not supported for serialization or deserialization of a dictionary. Keys must be strings.",
            id: "NonStringKeyInDictionary", exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    /// Beyond -Depth an object is written as its text. That also ends the recursion for an object that contains itself.
    private mutating func isTooDeep(_ value: Value, _ depth: Int) -> Bool {
        guard depth > maximumDepth else { return false }
        isTruncated = true
        // As in PowerShell, a custom object is empty in the text of a list.
        let elements = value.enumerated ?? []
        if elements.contains(where: { $0.asObject(CustomObject.self) != nil }) {
            write(
                elements.map { $0.asObject(CustomObject.self) == nil ? Value.array([$0]).displayText : "" }.joined(separator: " "))
        } else {
            write(value.displayText)
        }
        return true
    }

    private mutating func writeMembers(_ members: [PropertyValue], of value: Value, depth: Int, form: Form = .plain) throws {
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
            try write(member.value, depth: depth + 1, form: form)
        }
        newline(depth)
        output.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ elements: [Value], of value: Value, depth: Int, form: Form = .plain) throws {
        if isTooDeep(value, depth) { return }
        guard !elements.isEmpty else { return append("[]") }
        output.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            newline(depth + 1)
            try write(element, depth: depth + 1, form: form)
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
        let text = Value.double(number).roundTripText
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

    /// The members of TimeSpan in .NET's order, which is not that of the display.
    private static let timeSpanMembers = [
        "Ticks", "Days", "Hours", "Milliseconds", "Microseconds", "Nanoseconds", "Minutes", "Seconds", "TotalDays", "TotalHours",
        "TotalMilliseconds", "TotalMicroseconds", "TotalNanoseconds", "TotalMinutes", "TotalSeconds",
    ]

    /// Types that are written as their text instead of their properties.
    private static let texts: Set<String> = [
        "System.Guid", "System.RuntimeType", "System.Management.Automation.ScriptBlock",
    ]

    /// An ISO 8601 date such as `2026-01-31T14:05:06.1234567+01:00`, without trailing zeros in the fraction.
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
