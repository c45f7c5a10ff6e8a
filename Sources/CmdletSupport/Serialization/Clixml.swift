import CmdletKit
import FoundationEssentials
import Values

/// Writes objects as CLIXML (MS-PSRP, 2.2.5), as Export-Clixml does and as jobs send their output.
package struct ClixmlWriter {
    private var text = ""
    private var nextReference = 0
    private var nextTypeReference = 0
    private var types: [[String]: Int] = [:]
    /// Reads the properties of an object that has no form of its own in CLIXML.
    let properties: (Value) throws -> [PropertyValue]

    /// A writer; it keeps the numbers of objects and type lists, so each document needs a new one.
    package init(properties: @escaping (Value) throws -> [PropertyValue]) { self.properties = properties }

    /// A document of the objects.
    /// - Parameter depth: the levels of nested objects to write; deeper ones are written as their text.
    /// - Throws: what `properties` throws.
    package mutating func document(_ objects: [Value], depth: Int) throws -> String {
        text = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
        for object in objects { try write(object, nil, depth, indent: 1) }
        return text + "\n</Objs>"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        let units = Array(text.utf16)
        for (place, unit) in units.enumerated() {
            switch unit {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0..<0x20, 0x7F...0x9F, 0xD800...0xDFFF, 0xFFFE...0xFFFF:
                let digits = String(unit, radix: 16, uppercase: true)
                escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            case 0x5F:
                // An underscore before an x would be read as the start of an escape, so it is escaped itself.
                let next = place + 1 < units.count ? units[place + 1] | 0x20 : 0
                escaped += next == 0x78 ? "_x005F_" : "_"
            default: escaped += String(decoding: [unit], as: UTF16.self)
            }
        }
        return escaped
    }

    private mutating func line(_ indent: Int, _ text: String) { self.text += "\n" + String(repeating: "  ", count: indent) + text }

    private mutating func scalar(_ tag: String, _ name: String?, _ value: String, _ indent: Int) {
        let attribute = name.map { " N=\"\(Self.escaped($0))\"" } ?? ""
        line(indent, "<\(tag)\(attribute)>\(Self.escaped(value))</\(tag)>")
    }

    private mutating func write(_ value: Value, _ name: String?, _ depth: Int, indent: Int) throws {
        let attribute = name.map { " N=\"\(Self.escaped($0))\"" } ?? ""
        switch value {
        case .null, .nothing, .unset: line(indent, "<Nil\(attribute) />")
        case .bool(let flag): scalar("B", name, flag ? "true" : "false", indent)
        case .int: scalar("I32", name, value.displayText, indent)
        case .long: scalar("I64", name, value.displayText, indent)
        case .double: scalar("Db", name, value.roundTripText, indent)
        case .char(let unit): scalar("C", name, String(unit), indent)
        case .fixed(let number): scalar(Self.tag(number), name, value.roundTripText, indent)
        case .string(let text):
            guard text.attached != nil else { return scalar("S", name, text.value, indent) }
            try writeObject(value, name, depth, indent)
        case .array, .object: try writeObject(value, name, depth, indent)
        }
    }

    private static func tag(_ number: FixedNumber) -> String {
        switch number {
        case .int8: "SB"
        case .uint8: "By"
        case .int16: "I16"
        case .uint16: "U16"
        case .uint32: "U32"
        case .uint64: "U64"
        case .single: "Sg"
        }
    }

    private mutating func writeObject(_ value: Value, _ name: String?, _ depth: Int, _ indent: Int) throws {
        if let date = value.asObject(DateTimeObject.self)?.date {
            return scalar("DT", name, DateFormat.format(date, "o"), indent)
        }
        if let span = value.asObject(TimeSpanObject.self)?.span { return scalar("TS", name, DurationXML.text(span), indent) }
        switch value.typeName {
        case "System.Guid": return scalar("G", name, value.displayText, indent)
        case "System.Version": return scalar("Version", name, value.displayText, indent)
        case "System.Uri": return scalar("URI", name, value.displayText, indent)
        case "System.Decimal": return scalar("D", name, value.displayText, indent)
        case "System.Management.Automation.ScriptBlock": return scalar("SBK", name, value.displayText, indent)
        default: break
        }
        if let node = value.asObject(XMLObject.self)?.node, node.kind == .document {
            return scalar("XD", name, XMLWriter.text(node), indent)
        }
        guard depth > 0 else { return scalar("S", name, value.displayText, indent) }
        let attribute = name.map { " N=\"\(Self.escaped($0))\"" } ?? ""
        line(indent, "<Obj\(attribute) RefId=\"\(nextReference)\">")
        nextReference += 1
        writeTypes(value, indent + 1)
        if case .object(let object) = value, let enumeration = object as? EnumObject {
            scalar("ToString", nil, value.displayText, indent + 1)
            scalar("I32", nil, String(enumeration.rawValue), indent + 1)
        } else if let table = value.asObject(HashtableObject.self) {
            line(indent + 1, "<DCT>")
            for pair in table.pairs {
                line(indent + 2, "<En>")
                try write(pair.key, "Key", depth - 1, indent: indent + 3)
                try write(pair.value, "Value", depth - 1, indent: indent + 3)
                line(indent + 2, "</En>")
            }
            line(indent + 1, "</DCT>")
        } else if let elements = value.enumerated {
            let isList = value.asObject(ListObject.self) != nil || value.typeName.hasSuffix("[]")
            line(indent + 1, isList ? "<LST>" : "<IE>")
            for element in elements { try write(element, nil, depth - 1, indent: indent + 2) }
            line(indent + 1, isList ? "</LST>" : "</IE>")
        } else {
            if value.text != nil {
                scalar("S", nil, value.displayText, indent + 1)
            } else if !(value.asObject(CustomObject.self) != nil) {
                scalar("ToString", nil, value.displayText, indent + 1)
            }
            let members = try properties(value)
            if !members.isEmpty {
                let tag = value.asObject(CustomObject.self) != nil ? "MS" : "Props"
                line(indent + 1, "<\(tag)>")
                for member in members { try write(member.value, member.name, depth - 1, indent: indent + 2) }
                line(indent + 1, "</\(tag)>")
            }
        }
        line(indent, "</Obj>")
    }

    private mutating func writeTypes(_ value: Value, _ indent: Int) {
        var names = value.typeNames
        // A hashtable is written with Object as its only base, and each collection's list ends in Object: no format view needs what
        // is between.
        if value.asObject(HashtableObject.self) != nil { names = [value.typeName, "System.Object"] }
        if value.enumerated != nil, names.last != "System.Object" { names.append("System.Object") }
        if let known = types[names] {
            line(indent, "<TNRef RefId=\"\(known)\" />")
            return
        }
        types[names] = nextTypeReference
        line(indent, "<TN RefId=\"\(nextTypeReference)\">")
        nextTypeReference += 1
        for name in names { line(indent + 1, "<T>\(Self.escaped(name))</T>") }
        line(indent, "</TN>")
    }
}

/// xs:duration of XML Schema, as in `P1DT2H3M4.5S`.
enum DurationXML {
    static func text(_ span: TimeSpan) -> String {
        guard span.ticks != 0 else { return "PT0S" }
        let ticks = span.ticks.magnitude
        let day: UInt64 = 864_000_000_000
        var text = (span.ticks < 0 ? "-P" : "P") + (ticks >= day ? "\(ticks / day)D" : "")
        var rest = ticks % day
        guard rest > 0 else { return text }
        text += "T"
        for (unit, letter) in [(36_000_000_000 as UInt64, "H"), (600_000_000, "M")] where rest >= unit {
            text += "\(rest / unit)\(letter)"
            rest %= unit
        }
        if rest > 0 {
            let fraction = rest % 10_000_000
            var digits = String(fraction)
            digits = String(repeating: "0", count: 7 - digits.count) + digits
            while digits.last == "0" { digits.removeLast() }
            text += "\(rest / 10_000_000)" + (fraction == 0 ? "" : "." + digits) + "S"
        }
        return text
    }

    static func span(_ text: String) -> TimeSpan? {
        var rest = Substring(text)
        var sign: Double = 1
        if rest.first == "-" {
            sign = -1
            rest.removeFirst()
        }
        guard rest.popFirst() == "P" else { return nil }
        var ticks = 0.0
        var isTime = false
        while let first = rest.first {
            if first == "T" {
                isTime = true
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            guard let number = Double(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            switch (rest.popFirst(), isTime) {
            case ("D", false): ticks += number * 864_000_000_000
            case ("H", true): ticks += number * 36_000_000_000
            case ("M", true): ticks += number * 600_000_000
            case ("S", true): ticks += (number * 10_000_000).rounded()
            default: return nil
            }
        }
        return Int64(exactly: sign * ticks).map { TimeSpan(ticks: $0) }
    }
}
