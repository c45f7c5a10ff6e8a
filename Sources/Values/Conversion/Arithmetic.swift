/// + - * / % and unary minus (about_Arithmetic_Operators): the fast paths, and what operands that are no numbers do.
public enum Arithmetic {
    @inlinable public static func add(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? .double(Double(a) + Double(b)) : .int(sum)
        }
        return try addSlow(left, right)
    }

    @inlinable public static func subtract(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? .double(Double(a) - Double(b)) : .int(difference)
        }
        return try numeric(.subtract, left, right)
    }

    public static func multiply(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            return overflow ? .double(Double(a) * Double(b)) : .int(product)
        }
        switch left {
        case .null, .nothing, .unset: return .null
        case .string(let text): return try Repetition.of(text.value, right)
        case .array(let array): return try Repetition.of(array, right)
        case .object(let object as ListObject): return try Repetition.of(ArrayObject(object.elements), right)
        default: return try numeric(.multiply, left, right)
        }
    }

    public static func divide(_ left: Value, _ right: Value) throws -> Value { try numeric(.divide, left, right) }

    @inlinable public static func remainder(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right, b != 0, b != -1 { return .int(a % b) }
        return try numeric(.remainder, left, right)
    }

    public static func negate(_ value: Value) throws -> Value {
        if case .double(let number) = value { return .double(-number) }
        if case .object(let object as TimeSpanObject) = value { return .object(TimeSpanObject(object.span.negated)) }
        return try subtract(.int(0), try Conversion.number(value))
    }

    @usableFromInline static func addSlow(_ left: Value, _ right: Value) throws -> Value {
        switch left {
        case .null, .nothing, .unset: return right.orNull
        case .string(let text): return .string(text.value + right.displayText)
        case .char:
            switch right {
            case .string, .char: return .string(left.displayText + right.displayText)
            case .object(let object) where !object.type.isValueType: return .string(left.displayText + right.displayText)
            default: break
            }
        case .array(let array): return .array(array.elements + (right.enumerated ?? [right.orNull]))
        case .object(let object):
            if let list = object as? ListObject { return .array(list.elements + (right.enumerated ?? [right.orNull])) }
            if let table = object as? HashtableObject { return .object(try joined(table, right)) }
            if let elements = object.enumerated { return .array(elements + (right.enumerated ?? [right.orNull])) }
        default: break
        }
        return try numeric(.add, left, right)
    }

    private static func joined(_ table: HashtableObject, _ right: Value) throws -> HashtableObject {
        guard case .object(let object) = right, let other = object as? HashtableObject else {
            throw ValueError(
                "A hash table can only be added to another hash table.", id: "AddHashTableToNonHashTable",
                category: "InvalidOperation")
        }
        let sum = HashtableObject(ordered: table.isOrdered, caseSensitive: table.isCaseSensitive)
        for pair in table.pairs { sum[pair.key] = pair.value }
        for pair in other.pairs {
            if sum[pair.key] != nil {
                throw ValueError(
                    "Item has already been added. Key in dictionary: '\(pair.key.displayText)'  Key being added: '\(pair.key.displayText)'",
                    id: "System.ArgumentException", exception: "System.ArgumentException", category: "NotSpecified")
            }
            sum[pair.key] = pair.value
        }
        return sum
    }

    @usableFromInline static func numeric(_ operation: ArithmeticOperation, _ left: Value, _ right: Value) throws -> Value {
        if case .object(let object) = left, let own = object as? any AddableObject,
            let done = try own.applying(operation.sign, right)
        {
            return done
        }
        if let done = try ClassOperator.apply(operation.method, left, right) { return done }
        let result = try operation.compute(try operand(left, operation), try operand(right, operation))
        // The type of an enumeration stays: `[DayOfWeek]1 + 1` is Tuesday.
        if case .object(let object as EnumObject) = left, let raw = try? Conversion.integer(result) {
            return .object(EnumObject(object.type, rawValue: raw))
        }
        return result
    }

    private static func operand(_ value: Value, _ operation: ArithmeticOperation) throws -> Number {
        switch value {
        case .array: throw noMethod(value, operation)
        case .object(let object) where !(object is EnumObject || object is DecimalObject || object is BigIntegerObject):
            throw noMethod(value, operation)
        default: break
        }
        guard let number = Number(try Conversion.number(value)) else { throw noMethod(value, operation) }
        return number
    }

    private static func noMethod(_ value: Value, _ operation: ArithmeticOperation) -> ValueError {
        ValueError(
            "Method invocation failed because [\(value.type.name)] does not contain a method named '\(operation.method)'.",
            id: "MethodNotFound")
    }
}

/// An object with operators of its own: a date, a time span.
public protocol AddableObject: Object {
    /// `self sign right`; nil where the right side is of no use to it.
    func applying(_ sign: String, _ right: Value) throws -> Value?
}
