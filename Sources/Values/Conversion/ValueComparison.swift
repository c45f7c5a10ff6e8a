/// -eq, -lt and sorting (about_Comparison_Operators).
public enum Comparison {
    /// `left -eq right`: the right side takes the left side's type.
    public static func equals(_ left: Value, _ right: Value, ignoreCase: Bool = true) -> Bool {
        switch (left, right) {
        case (.int(let a), .int(let b)): return a == b
        case (.string(let a), .string(let b)): return ignoreCase ? a.value.equalsIgnoringCase(b.value) : a.value == b.value
        case (.int, .long), (.long, .int), (.long, .long):
            return (try? Conversion.integer(left)) == (try? Conversion.integer(right))
        case (.int, .double), (.long, .double), (.double, .int), (.double, .long), (.double, .double):
            return (try? Conversion.double(left)) == (try? Conversion.double(right))
        case (.bool(let a), _): return right.isNull ? false : a == Conversion.bool(right)
        case (.char(let a), .char(let b)):
            return a == b || (ignoreCase && left.displayText.equalsIgnoringCase(right.displayText))
        default: break
        }
        if left.isNull || right.isNull { return left.isNull && right.isNull }
        if case .string(let a) = left {
            return ignoreCase ? a.value.equalsIgnoringCase(right.displayText) : a.value == right.displayText
        }
        if let a = left.reference, let b = right.reference, a === b { return true }
        if let own = left.reference as? any EquatableObject, let verdict = own.equals(right) { return verdict }
        switch left {
        case .int, .long, .double, .fixed: return equalNumbers(left, right)
        case .char: return left.displayText.equalsIgnoringCase(right.displayText)
        case .object(let object):
            if object is DecimalObject || object is BigIntegerObject { return equalNumbers(left, right) }
            if let converted = try? Conversion.convert(right, to: object.type), let other = converted.reference {
                if object.type.isValueType || object.type.convert != nil { return object.stringForm == other.stringForm }
                return object === other
            }
            return false
        default: return false
        }
    }

    private static func equalNumbers(_ left: Value, _ right: Value) -> Bool {
        guard let a = Number(left), let number = try? Conversion.number(right), let b = Number(number) else { return false }
        return a.order(b) == 0
    }

    /// The order of two strings by a rule of System.StringComparison. The ordinal rules compare UTF-16 code units.
    static func order(_ left: String, _ right: String, by rule: String) -> Int {
        let ignoreCase = rule.hasSuffix("IgnoreCase")
        guard rule.hasPrefix("Ordinal") else { return order(left, right, ignoreCase: ignoreCase) }
        let (a, b) = ignoreCase ? (left.uppercased(), right.uppercased()) : (left, right)
        return a.utf16.elementsEqual(b.utf16) ? 0 : a.utf16.lexicographicallyPrecedes(b.utf16) ? -1 : 1
    }

    /// The order of two values as -lt, -gt and Sort-Object see it; throws where they cannot be compared.
    public static func order(_ left: Value, _ right: Value, ignoreCase: Bool = true) throws -> Int {
        switch (left, right) {
        case (.int(let a), .int(let b)): return a < b ? -1 : a > b ? 1 : 0
        case (.string(let a), .string(let b)): return order(a.value, b.value, ignoreCase: ignoreCase)
        default: break
        }
        if left.isNull { return right.isNull ? 0 : -1 }
        if right.isNull { return 1 }
        switch left {
        case .int, .long, .double, .fixed, .bool: return try orderNumbers(left, right)
        case .string(let text): return order(text.value, right.displayText, ignoreCase: ignoreCase)
        case .char(let unit):
            if case .char(let other) = right, !ignoreCase { return unit < other ? -1 : unit > other ? 1 : 0 }
            return order(left.displayText, right.displayText, ignoreCase: ignoreCase)
        case .object(let object):
            if object is DecimalObject || object is BigIntegerObject { return try orderNumbers(left, right) }
            if let comparable = object as? any ComparableObject {
                let other = try Conversion.convert(right, to: object.type)
                if let order = other.reference.flatMap({ comparable.order(to: $0) }) { return order }
            }
            // A number and an enumeration's value are compared as numbers: the number need not be one of the enumeration's values.
            if let a = object as? EnumObject, let number = Number(right)?.whole {
                return Int128(a.rawValue) < number ? -1 : Int128(a.rawValue) > number ? 1 : 0
            }
            if let a = object as? EnumObject, case .object(let other) = try Conversion.convert(right, to: a.type),
                let b = other as? EnumObject
            {
                return a.rawValue < b.rawValue ? -1 : a.rawValue > b.rawValue ? 1 : 0
            }
            fallthrough
        default:
            throw ValueError(
                "Cannot compare \"\(left.displayText)\" because it is not IComparable.", id: "NotIcomparable",
                exception: "System.Management.Automation.PSInvalidOperationException")
        }
    }

    private static func orderNumbers(_ left: Value, _ right: Value) throws -> Int {
        guard let a = Number(try Conversion.number(left)), let b = Number(try Conversion.number(right)) else {
            throw ValueError.cannotConvert(right, to: left.type.name)
        }
        return a.order(b)
    }

    /// Strings in the order of the invariant culture: letters before their other case decides, lower before upper, punctuation first.
    public static func order(_ left: String, _ right: String, ignoreCase: Bool) -> Int {
        var a = left.unicodeScalars.makeIterator()
        var b = right.unicodeScalars.makeIterator()
        var caseOrder = 0
        while true {
            switch (a.next(), b.next()) {
            case (nil, nil): return ignoreCase ? 0 : caseOrder
            case (nil, _): return -1
            case (_, nil): return 1
            case (let x?, let y?):
                if x == y { continue }
                let weightX = weight(x)
                let weightY = weight(y)
                if weightX != weightY { return weightX < weightY ? -1 : 1 }
                if caseOrder == 0 { caseOrder = x.value > y.value ? -1 : 1 }
            }
        }
    }

    /// The sort weights of a string's characters. Comparing two lists of weights compares the strings without regard to case.
    public static func weights(_ text: String) -> [UInt32] { text.unicodeScalars.map(weight) }

    /// A character's sort weight: punctuation comes before digits, and digits before letters, without regard to case.
    private static func weight(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        switch value {
        case 0x30...0x39: return 0x100 + value
        case 0x41...0x5A: return 0x200 + (value | 0x20)
        case 0x61...0x7A: return 0x200 + value
        case 0..<0x80: return value
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
            return 0x400 &+ lower
        }
    }
}

/// An object whose type defines `-eq`.
public protocol EquatableObject: Object {
    /// Whether the object equals a value; nil where the type does not say, and the default rule of -eq applies.
    func equals(_ other: Value) -> Bool?
}

/// An object whose type defines an order: a date, a time span, a version.
public protocol ComparableObject: Object {
    /// -1, 0 or 1 as this object comes before, with or after the other; nil where the other object is of a type that it cannot be compared
    /// with.
    func order(to other: Object) -> Int?
}

extension NativeObject: ComparableObject where Wrapped: Comparable {
    public func order(to other: Object) -> Int? {
        guard let other = other as? NativeObject<Wrapped> else { return nil }
        return value < other.value ? -1 : value > other.value ? 1 : 0
    }
}
