/// PowerShell's conversion rules between values (about_Type_Conversion).
public enum Conversion {
    /// The truth of a value: null, false, 0, '' and empty collections are false; a collection of one element is as true as that element;
    /// everything else is true.
    public static func bool(_ value: Value) -> Bool {
        switch value {
        case .null, .nothing, .unset: return false
        case .bool(let flag): return flag
        case .int(let number): return number != 0
        case .long(let number): return number != 0
        case .double(let number): return number != 0
        case .fixed: return Number(value).map { $0.double != 0 } ?? true
        case .char(let unit): return unit != 0
        case .string(let text): return !text.value.isEmpty
        case .array(let array): return bool(elements: array.elements)
        case .object(let object):
            switch object {
            case let object as ListObject: return bool(elements: object.elements)
            case let object as EnumObject: return object.rawValue != 0
            case let object as DecimalObject: return object.number.magnitude != 0
            case let object as BigIntegerObject: return !object.number.isZero
            case let object as any TruthObject: return object.isTrue
            default: return true
            }
        }
    }

    private static func bool(elements: [Value]) -> Bool {
        switch elements.count {
        case 0: false
        case 1:
            // A list inside the list is true if it is not empty. Its elements are not looked at: a list may contain itself.
            if case .array(let inner) = elements[0] {
                !inner.elements.isEmpty
            } else if let inner = elements[0].asObject(ListObject.self) {
                !inner.elements.isEmpty
            } else {
                bool(elements[0])
            }
        default: true
        }
    }

    // MARK: Numbers

    /// The value as a whole number in the range of `kind`, fractions rounded half to even as .NET rounds.
    static func whole(_ value: Value, _ kind: WholeKind) throws -> Int128 {
        let number: Int128
        switch value {
        case .int(let small): number = Int128(small)
        case .null, .nothing, .unset: number = 0
        case .bool(let flag): number = flag ? 1 : 0
        case .char(let unit): number = Int128(unit)
        case .string(let text):
            guard let parsed = NumberText.parse(text.value).flatMap({ Number($0) }) else { throw badFormat(value, kind.type) }
            guard let whole = parsed.whole else { throw overflow(value, kind) }
            number = whole
        case .array(let array) where array.elements.count == 1 && array.elements[0].enumerated == nil:
            return try whole(array.elements[0], kind)
        case .object(let object as EnumObject): number = Int128(object.rawValue)
        default:
            guard let parsed = Number(value) else { throw ValueError.cannotConvert(value, to: kind.type.name) }
            guard let whole = parsed.whole else { throw overflow(value, kind) }
            number = whole
        }
        guard kind.range.contains(number) else { throw overflow(value, kind) }
        return number
    }

    /// The value as an Int64, fractions rounded half to even as .NET rounds. Null is 0.
    /// - Throws: `ValueError` (PSInvalidCastException) if the value is no number, or out of range.
    public static func integer(_ value: Value) throws -> Int64 {
        switch value {
        case .int(let number): return Int64(number)
        case .long(let number): return number
        default: return Int64(truncatingIfNeeded: try whole(value, .int64))
        }
    }

    /// The value as an Int32, fractions rounded half to even. Null is 0.
    /// - Throws: `ValueError` (PSInvalidCastException) if the value is no number, or out of range.
    public static func int32(_ value: Value) throws -> Int32 {
        if case .int(let number) = value { return number }
        return Int32(truncatingIfNeeded: try whole(value, .int32))
    }

    /// The value as a double: null is 0, a boolean 0 or 1, a char its code unit, a string the number that it spells.
    /// - Throws: `ValueError` (PSInvalidCastException) if the value is no number.
    public static func double(_ value: Value) throws -> Double {
        switch value {
        case .null, .nothing, .unset: return 0
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number): return Double(number)
        case .long(let number): return Double(number)
        case .double(let number): return number
        case .char(let unit): return Double(unit)
        case .string(let text):
            guard let number = NumberText.parse(text.value).flatMap({ Number($0) }) else { throw badFormat(value, .double) }
            return number.double
        case .array(let array) where array.elements.count == 1 && array.elements[0].enumerated == nil:
            return try double(array.elements[0])
        case .object(let object as EnumObject): return Double(object.rawValue)
        default:
            if let number = Number(value) { return number.double }
            throw ValueError.cannotConvert(value, to: "System.Double")
        }
    }

    static func decimal(_ value: Value) throws -> Value {
        if let text = value.text {
            guard NumberText.parse(text) != nil else { throw badFormat(value, .decimal) }
            if let exact = DecimalNumber(text.trimmingSpaces()) { return .decimal(exact) }
        }
        guard let number = Number(try number(value)) else { throw ValueError.cannotConvert(value, to: "System.Decimal") }
        do { return .decimal(try number.decimal()) } catch let error as ValueError {
            throw ValueError.cannotConvert(value, to: "System.Decimal", reason: error.message, id: "RuntimeException")
        }
    }

    static func big(_ value: Value) throws -> Value {
        if let text = value.text {
            guard let number = try BigInteger.parse(text.trimmingSpaces()) else { throw badFormat(value, .bigInteger) }
            return .big(number)
        }
        guard let number = Number(try number(value)) else { throw ValueError.cannotConvert(value, to: ObjectType.bigInteger.name) }
        return .big(try number.big())
    }

    /// The value as an operand of arithmetic: a number of any type unchanged, the number that a string spells, 0 or 1 for a boolean, 0 for
    /// null.
    /// - Throws: `ValueError` (PSInvalidCastException) if the value is no number.
    public static func number(_ value: Value) throws -> Value {
        switch value {
        case .int, .long, .double, .fixed: return value
        case .null, .nothing, .unset: return .int(0)
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .char(let unit): return .int(Int32(unit))
        case .string(let text):
            guard let number = NumberText.parse(text.value) else { throw badFormat(value, .int32) }
            return number
        case .object(let object as EnumObject): return Value.integer(Int(clamping: object.rawValue))
        case .object(let object) where object is DecimalObject || object is BigIntegerObject: return value
        default: throw ValueError.cannotConvert(value, to: "System.Int32")
        }
    }

    /// The value as a System.Char: a string of one UTF-16 code unit, or the number of a code unit.
    /// - Throws: `ValueError` (PSInvalidCastException) if the string has another length, or the number does not fit in 16 bits.
    public static func char(_ value: Value) throws -> Value {
        switch value {
        case .char: return value
        case .string(let text):
            let units = text.value.utf16
            guard units.count == 1, let unit = units.first else {
                throw ValueError.cannotConvert(value, to: "System.Char", reason: "String must be exactly one character long.")
            }
            return .char(unit)
        default:
            guard let unit = UInt16(exactly: try whole(value, .int64)) else {
                throw ValueError.cannotConvert(
                    value, to: "System.Char", reason: "Value was either too large or too small for a character.")
            }
            return .char(unit)
        }
    }

    // MARK: Types

    /// The value cast to a type, as `[type] value` does (about_Type_Conversion): a value of the type itself is returned unchanged.
    /// - Throws: `ValueError` if no conversion applies (ConvertToFinalInvalidCastException, InvalidCastConstructorException) or a
    ///   conversion refuses the value; `ObjectCreationError` where `[type]@{…}` names a property that the type does not have or that does
    ///   not take its value.
    public static func convert(_ value: Value, to type: ObjectType) throws -> Value {
        if type === ObjectType.object { return value.orNull }
        // Null stays null for every class except System.String: `[string]$null` is the empty string.
        if value.isNull, !type.isValueType, type !== ObjectType.string { return .null }
        if !value.isNull, value.type.isKind(of: type) { return value }
        if let enumeration = type.enumeration { return try convertToEnum(value, type, enumeration) }
        if let element = type.element {
            if element === ObjectType.char, let text = value.text {
                return .array(ArrayObject(text.utf16.map { .char($0) }, of: .char))
            }
            return .array(
                ArrayObject(
                    try value.enumeratedOrSelf.map { try convert($0, to: element) },
                    of: element === ObjectType.object ? nil : element))
        }
        if type === ObjectType.array { return .array(value.enumeratedOrSelf) }
        if type === ObjectType.customObject { return customObject(value) }
        // A text and a truth every object has without an operator.
        if case .object(let object) = value, object.type.script != nil, type !== ObjectType.string, type !== ObjectType.boolean,
            let converted = try ClassOperator.convert(value, to: type, by: object.type)
        {
            return converted
        }
        if type.script != nil, case .string = value, let parsed = try ClassOperator.parse(value, as: type) { return parsed }
        if let converted = try type.convert?(value) { return converted }
        if case .string(let name) = value, type === ObjectType.type, let found = TypeTable.builtin.find(name.value) {
            return .object(TypeObject(found))
        }
        if let made = try Properties.object(of: type, from: value) { return made }
        if let construct = type.construct, !value.isNull, let made = try? construct(Arguments([value])) { return made }
        if type.script != nil, let converted = try ClassOperator.convert(value, to: type, by: type) { return converted }
        var refused = ValueError.cannotConvert(value, to: type.name)
        // The type has a constructor, but it refused this value.
        if type.construct != nil { refused.errorID = "InvalidCastConstructorException" }
        throw refused
    }

    private static func convertToEnum(_ value: Value, _ type: ObjectType, _ enumeration: Enumeration) throws -> Value {
        if case .string(let text) = value {
            if let raw = enumeration.rawValue(of: text.value) {
                return try defined(raw, text.value, type, enumeration, "EnumParseUndefined")
            }
            let valid = enumeration.cases.map(\.name).joined(separator: ", ")
            throw ValueError(
                "Cannot convert value \"\(text.value)\" to type \"\(type.name)\". Error: \"Unable to match the identifier name \(text.value) "
                    + "to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(valid)\"",
                id: "SubstringDisambiguationEnumParseThrewAnException",
                exception: "System.Management.Automation.PSInvalidCastException",
                category: "InvalidArgument")
        }
        if value.isNull { throw ValueError.cannotConvert(value, to: type.name) }
        // A list combines its elements' flags. A list inside the list is refused, so that a list that contains itself does not recurse
        // forever.
        if let elements = value.enumerated {
            let raw = try elements.reduce(into: Int64(0)) { raw, element in
                guard element.enumerated == nil else { throw ValueError.cannotConvert(value, to: type.name) }
                raw |= try convert(element, to: type).asObject(EnumObject.self)?.rawValue ?? 0
            }
            return .object(EnumObject(type, rawValue: raw))
        }
        return try defined(try integer(value), value.displayText, type, enumeration, "UndefinedIntegerToEnum")
    }

    /// A number as an enumeration's value. Only a flags enumeration accepts a number that none of its names has, since a sum of flags has
    /// no name.
    private static func defined(_ raw: Int64, _ text: String, _ type: ObjectType, _ enumeration: Enumeration, _ id: String) throws
        -> Value
    {
        if enumeration.isFlags || enumeration.cases.contains(where: { $0.rawValue == raw }) {
            return .object(EnumObject(type, rawValue: raw))
        }
        let names = enumeration.cases.map(\.name).joined(separator: ",")
        throw ValueError(
            "Cannot convert value \"\(text)\" to type \"\(type.name)\" due to enumeration values that are not valid. Specify one of the "
                + "following enumeration values and try again. The possible enumeration values are \"\(names)\".",
            id: id, exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
    }

    /// A hashtable's pairs as the properties of a custom object (`[pscustomobject]@{…}`); any other value unchanged.
    private static func customObject(_ value: Value) -> Value {
        guard case .object(let object) = value, let table = object as? HashtableObject else { return value }
        return .object(CustomObject.made(of: table.pairs.map { ($0.key.displayText, $0.value) }))
    }

    private static func overflow(_ value: Value, _ kind: WholeKind) -> ValueError {
        ValueError.cannotConvert(
            value, to: kind.type.name, reason: "Value was either too large or too small for \(kind.description).",
            id: value.text == nil ? "InvalidCastIConvertible" : "InvalidCastFromStringToInteger")
    }

    private static func badFormat(_ value: Value, _ type: ObjectType) -> ValueError {
        ValueError.cannotConvert(
            value, to: type.name, reason: "The input string '\(value.displayText)' was not in a correct format.")
    }
}

/// An object whose type decides its truth value.
public protocol TruthObject: Object {
    /// What `[bool]$object` and `if ($object)` give.
    var isTrue: Bool { get }
}

extension String {
    /// The range of the first occurrence of `other`; nil where there is none or `other` is empty.
    public func firstRange(of other: String) -> Range<String.Index>? {
        guard !other.isEmpty else { return nil }
        return self.ranges(of: other).first
    }
}
