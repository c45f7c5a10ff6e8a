/// PowerShell's conversion rules between values (about_Type_Conversion).
public enum Conversion {
    /// Truth: null, false, 0, '' and empty collections are false; a collection of one is its element; everything else is true.
    public static func bool(_ value: Value) -> Bool {
        switch value {
        case .null, .nothing, .unset: return false
        case .bool(let flag): return flag
        case .int(let number): return number != 0
        case .long(let number): return number != 0
        case .double(let number): return number != 0
        case .char(let unit): return unit != 0
        case .string(let text): return !text.value.isEmpty
        case .array(let array): return bool(elements: array.elements)
        case .object(let object):
            if let list = object as? ListObject { return bool(elements: list.elements) }
            if let switchValue = object as? EnumObject { return switchValue.rawValue != 0 }
            return true
        }
    }

    private static func bool(elements: [Value]) -> Bool {
        switch elements.count {
        case 0: false
        case 1:
            // Not followed further down: an array that holds itself must not loop.
            if case .array(let inner) = elements[0] { !inner.elements.isEmpty } else { bool(elements[0]) }
        default: true
        }
    }

    /// An Int64, rounding half to even as .NET does.
    public static func integer(_ value: Value) throws -> Int64 {
        switch value {
        case .null, .nothing, .unset: return 0
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number): return Int64(number)
        case .long(let number): return number
        case .double(let number):
            let rounded = number.rounded(.toNearestOrEven)
            guard let whole = Int64(exactly: rounded) else { throw overflow(value, "System.Int64") }
            return whole
        case .char(let unit): return Int64(unit)
        case .string(let text):
            guard let number = NumberText.parse(text.value) else {
                throw badFormat(value, "System.Int64", "The input string '\(text.value)' was not in a correct format.")
            }
            return try integer(number)
        case .array(let array) where array.elements.count == 1 && array.elements[0].enumerated == nil:
            return try integer(array.elements[0])
        case .object(let object as EnumObject): return object.rawValue
        default: throw ValueError.cannotConvert(value, to: "System.Int64")
        }
    }

    /// An Int32, with the range checked.
    public static func int32(_ value: Value) throws -> Int32 {
        if case .int(let number) = value { return number }
        let wide: Int64
        do { wide = try integer(value) } catch let error as ValueError {
            throw ValueError(
                error.message.replacingType("System.Int64", with: "System.Int32"), id: error.errorID,
                exception: error.exceptionType,
                category: error.category)
        }
        guard let number = Int32(exactly: wide) else { throw overflow(value, "System.Int32") }
        return number
    }

    public static func double(_ value: Value) throws -> Double {
        switch value {
        case .null, .nothing, .unset: return 0
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number): return Double(number)
        case .long(let number): return Double(number)
        case .double(let number): return number
        case .char(let unit): return Double(unit)
        case .string(let text):
            switch NumberText.parse(text.value) {
            case .double(let number)?: return number
            case .int(let number)?: return Double(number)
            case .long(let number)?: return Double(number)
            default: throw badFormat(value, "System.Double", "The input string '\(text.value)' was not in a correct format.")
            }
        case .array(let array) where array.elements.count == 1 && array.elements[0].enumerated == nil:
            return try double(array.elements[0])
        case .object(let object as EnumObject): return Double(object.rawValue)
        default: throw ValueError.cannotConvert(value, to: "System.Double")
        }
    }

    /// A number of the kind that arithmetic works in: Int32, Int64 or Double.
    public static func number(_ value: Value) throws -> Value {
        switch value {
        case .int, .long, .double: return value
        case .null, .nothing, .unset: return .int(0)
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .char(let unit): return .int(Int32(unit))
        case .string(let text):
            guard let number = NumberText.parse(text.value) else {
                throw badFormat(value, "System.Int32", "The input string '\(text.value)' was not in a correct format.")
            }
            return number
        case .object(let object as EnumObject): return Value.integer(Int(clamping: object.rawValue))
        default: throw ValueError.cannotConvert(value, to: "System.Int32")
        }
    }

    public static func char(_ value: Value) throws -> Value {
        switch value {
        case .char: return value
        case .string(let text):
            let units = text.value.utf16
            guard units.count == 1, let unit = units.first else {
                throw badFormat(value, "System.Char", "String must be exactly one character long.")
            }
            return .char(unit)
        default:
            guard let unit = UInt16(exactly: try integer(value)) else { throw overflow(value, "System.Char") }
            return .char(unit)
        }
    }

    /// `[type] value`.
    public static func convert(_ value: Value, to type: ObjectType) throws -> Value {
        if type === ObjectType.object { return value.orNull }
        if case .null = value, !type.isValueType, type !== ObjectType.string, type.convert == nil || type.element != nil {
            return .null
        }
        if value.isNull, type.name == "System.Management.Automation.PSReference" { return .null }
        if !value.isNull, value.type.isKind(of: type) { return value }
        if let enumeration = type.enumeration { return try convertToEnum(value, type, enumeration) }
        if let element = type.element {
            return .array(
                ArrayObject(
                    try value.enumeratedOrSelf.map { try convert($0, to: element) },
                    of: element === ObjectType.object ? nil : element))
        }
        if type === ObjectType.array { return .array(value.enumeratedOrSelf) }
        if type === ObjectType.customObject { return customObject(value) }
        if let converted = try type.convert?(value) { return converted }
        if case .string(let name) = value, type === ObjectType.type, let found = TypeTable.builtin.find(name.value) {
            return .object(TypeObject(found))
        }
        if let construct = type.construct, !value.isNull, let made = try? construct(Arguments([value])) { return made }
        throw ValueError.cannotConvert(value, to: type.name)
    }

    private static func convertToEnum(_ value: Value, _ type: ObjectType, _ enumeration: Enumeration) throws -> Value {
        if case .string(let text) = value {
            if let raw = enumeration.rawValue(of: text.value) { return .object(EnumObject(type, rawValue: raw)) }
            let valid = enumeration.cases.map(\.name).joined(separator: ",")
            throw ValueError(
                "Cannot convert value \"\(text.value)\" to type \"\(type.name)\". Error: \"Unable to match the identifier name \(text.value) "
                    + "to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(valid)\"",
                id: "InvalidCastFromStringToEnumeration", exception: "System.Management.Automation.PSInvalidCastException",
                category: "InvalidArgument")
        }
        if value.isNull { throw ValueError.cannotConvert(value, to: type.name) }
        return .object(EnumObject(type, rawValue: try integer(value)))
    }

    /// `[pscustomobject] @{…}`.
    private static func customObject(_ value: Value) -> Value {
        guard case .object(let object) = value, let table = object as? HashtableObject else { return value }
        return .object(CustomObject(table.pairs.map { ($0.key.displayText, $0.value) }))
    }

    private static func overflow(_ value: Value, _ type: String) -> ValueError {
        let short = type == "System.Int32" ? "an Int32" : type == "System.Int64" ? "an Int64" : "a character"
        return ValueError.cannotConvert(value, to: type, reason: "Value was either too large or too small for \(short).")
    }

    private static func badFormat(_ value: Value, _ type: String, _ reason: String) -> ValueError {
        ValueError.cannotConvert(value, to: type, reason: reason)
    }
}

extension String {
    fileprivate func replacingType(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }

    /// The first place of a text in this one.
    public func firstRange(of other: String) -> Range<String.Index>? {
        guard !other.isEmpty else { return nil }
        return self.ranges(of: other).first
    }
}
