import AgentProtocol
import CmdletKit
import SourceText
import Values

/// Encodes values as bytes: with their types, without code, bounded in depth and size.
package struct ValueEncoder {
    private var bytes: [UInt8] = []
    /// Reads a property of an object, those that a script computes included.
    private let property: (String, Value) -> Value?

    /// - Parameter property: reads a property of an object; nil reads only properties that no script computes.
    /// - Throws: `WireError` if the value takes more than `WireLimits.size` bytes.
    package static func encode(_ value: Value, property: ((String, Value) -> Value?)? = nil) throws(WireError) -> [UInt8] {
        var encoder = ValueEncoder(property: property ?? { name, value in value.property(name) })
        try encoder.write(value, depth: 0)
        return encoder.bytes
    }

    private init(property: @escaping (String, Value) -> Value?) { self.property = property }

    private mutating func write(_ value: Value, depth: Int) throws(WireError) {
        guard bytes.count <= WireLimits.size else {
            throw WireError("an object of more than \(WireLimits.size >> 20) MB cannot cross a session")
        }
        if let attached = value.reference?.attached, !(value.reference is CustomObject), writesAttached(value) {
            tag(.attached)
            names(attached.typeNames ?? [])
            try notes(attached, depth: depth)
        }
        switch value {
        case .null, .nothing, .unset: tag(.null)
        case .bool(let flag): tag(flag ? .trueValue : .falseValue)
        case .int(let number):
            tag(.int)
            bytes.append(littleEndian: number)
        case .long(let number):
            tag(.long)
            bytes.append(littleEndian: number)
        case .double(let number):
            tag(.double)
            bytes.append(littleEndian: number.bitPattern)
        case .fixed: number(value)
        case .char(let unit):
            tag(.char)
            bytes.append(littleEndian: unit)
        case .string(let text):
            tag(.string)
            string(text.value)
        case .array(let array): try elements(.array, array.elements, depth, value)
        case .object(let object): try write(object, value, depth)
        }
    }

    private mutating func number(_ value: Value) {
        let text = value.displayText
        guard text.utf8.count <= WireLimits.digits else { return self.text(value) }
        tag(.number)
        string(value.type.name)
        string(text)
    }

    private mutating func write(_ object: Object, _ value: Value, _ depth: Int) throws(WireError) {
        switch object {
        case is DecimalObject, is BigIntegerObject: number(value)
        case let list as ListObject: try elements(.list, list.elements, depth, value)
        case let table as HashtableObject:
            guard depth < WireLimits.objectDepth * 2 else { return text(value) }
            tag(.hashtable)
            bytes.append(table.isOrdered ? 1 : 0)
            count(table.count)
            for pair in table.pairs {
                try write(pair.key, depth: depth + 1)
                try write(pair.value, depth: depth + 1)
            }
        case let date as DateTimeObject:
            tag(.dateTime)
            bytes.append(littleEndian: date.date.ticks)
            bytes.append(date.date.kind == .utc ? 1 : date.date.kind == .local ? 2 : 0)
        case let span as TimeSpanObject:
            tag(.timeSpan)
            bytes.append(littleEndian: span.span.ticks)
        case let member as EnumObject: enumeration(member)
        case let record as ErrorRecord: try error(record, depth)
        default:
            switch object.type.name {
            case "System.Guid":
                tag(.guid)
                string(value.displayText)
            case "System.Version":
                tag(.version)
                string(value.displayText)
            // A script block is sent as its text.
            case "System.Management.Automation.ScriptBlock", "System.RuntimeType": text(value)
            default: try properties(of: value, depth)
            }
        }
    }

    /// Encodes any other object: its type names, its text and its readable properties, without its methods.
    private mutating func properties(of value: Value, _ depth: Int) throws(WireError) {
        guard depth < WireLimits.objectDepth else { return text(value) }
        let pairs = value.propertyNames.compactMap { name in property(name, value).map { (name, $0) } }
        tag(.object)
        names(value.typeNames)
        let form = value.reference?.stringForm
        bytes.append(form == nil ? 0 : 1)
        if let form { string(form) }
        count(pairs.count)
        for (name, content) in pairs {
            string(name)
            try write(content, depth: depth + 1)
        }
    }

    private mutating func enumeration(_ member: EnumObject) {
        tag(.enumeration)
        string(member.type.name)
        let cases = member.type.enumeration?.cases ?? []
        count(cases.count)
        for entry in cases {
            string(entry.name)
            bytes.append(littleEndian: entry.rawValue)
        }
        bytes.append(member.type.enumeration?.isFlags == true ? 1 : 0)
        bytes.append(littleEndian: member.rawValue)
    }

    private mutating func error(_ record: ErrorRecord, _ depth: Int) throws(WireError) {
        tag(.errorRecord)
        for text in [
            record.exception.message, record.exception.typeName, record.errorID, record.category, record.commandName,
            record.commandType,
            record.recommendedAction ?? "", record.stackTrace,
        ] {
            string(text)
        }
        try write(depth < WireLimits.objectDepth ? record.target : .string(record.target.displayText), depth: depth + 2)
        // A short source text is sent with the error, so that the other side can show the line and mark the position.
        guard let position = record.position, position.file.utf8.count <= 64 << 10 else {
            bytes.append(0)
            return
        }
        bytes.append(1)
        string(position.file.path ?? "")
        string(String(decoding: position.file.utf8, as: UTF8.self))
        bytes.append(littleEndian: position.span.start)
        bytes.append(littleEndian: position.span.end)
    }

    private mutating func elements(_ kind: WireTag, _ values: [Value], _ depth: Int, _ value: Value) throws(WireError) {
        guard depth < WireLimits.objectDepth * 2 else { return text(value) }
        tag(kind)
        count(values.count)
        for element in values { try write(element, depth: depth + 1) }
    }

    /// Objects send their attached members with their properties already.
    private func writesAttached(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return true }
        return object is ListObject || object is HashtableObject || object is DateTimeObject || object is TimeSpanObject
            || object is EnumObject || object is ErrorRecord
    }

    private mutating func notes(_ attached: AttachedMembers, depth: Int) throws(WireError) {
        let pairs = zip(attached.names, attached.members).compactMap { name, member -> (String, Value)? in
            member.stored.map { (name, $0) }
        }
        count(pairs.count)
        for (name, value) in pairs {
            string(name)
            try write(depth < WireLimits.objectDepth ? value : .string(value.displayText), depth: depth + 1)
        }
    }

    private mutating func text(_ value: Value) {
        tag(.string)
        string(value.displayText)
    }

    private mutating func names(_ list: [String]) {
        let short = list.prefix(64)
        count(short.count)
        for name in short { string(name) }
    }

    private mutating func tag(_ tag: WireTag) { bytes.append(tag.rawValue) }
    private mutating func count(_ number: Int) { bytes.append(littleEndian: UInt32(clamping: number)) }
    private mutating func string(_ text: String) {
        count(text.utf8.count)
        bytes += Array(text.utf8)
    }
}
