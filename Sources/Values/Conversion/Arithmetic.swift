/// `+ - * / %` and unary minus (about_Arithmetic_Operators): the fast paths for numbers, and the rules for strings, arrays, hashtables and
/// objects.
public enum Arithmetic {
    /// `left + right`: numbers are summed, strings joined, arrays and lists appended to, hashtables merged. The left side decides which.
    /// - Throws: `ValueError` MethodNotFound if the left side has no `+`, a cast error if the right side is no number,
    ///   AddHashTableToNonHashTable or a duplicate key for hashtables; what `op_Addition` of a script's class throws.
    @inlinable public static func add(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? .double(Double(a) + Double(b)) : .int(sum)
        }
        return try addSlow(left, right)
    }

    /// `left - right`. An Int32 result that overflows becomes a double.
    /// - Throws: `ValueError` MethodNotFound if a side has no `-`, a cast error if it is no number; what `op_Subtraction` of a script's
    ///   class throws.
    @inlinable public static func subtract(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? .double(Double(a) - Double(b)) : .int(difference)
        }
        return try numeric(.subtract, left, right)
    }

    /// `left * right`: a product of numbers; a string or an array on the left is repeated; null on the left gives null.
    /// - Throws: `ValueError` ArgumentOutOfRange if a repetition is negative or too large, MethodNotFound or a cast error if a side is no
    ///   number; what `op_Multiply` of a script's class throws.
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

    /// `left / right`. Whole numbers give a whole number if there is no remainder, else a double.
    /// - Throws: `ValueError` with the inner exception System.DivideByZeroException if whole numbers, decimals or BigIntegers are divided
    ///   by zero (doubles give infinity or NaN), MethodNotFound or a cast error if a side is no number; what `op_Division` of a script's
    ///   class throws.
    public static func divide(_ left: Value, _ right: Value) throws -> Value { try numeric(.divide, left, right) }

    /// `left % right`. The result has the sign of the left side.
    /// - Throws: as `divide`, for `op_Modulus`.
    @inlinable public static func remainder(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right, b != 0, b != -1 { return .int(a % b) }
        return try numeric(.remainder, left, right)
    }

    /// `-value`: 0 minus the number that the value converts to; a TimeSpan is reversed.
    /// - Throws: `ValueError` if the value does not convert to a number.
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
        // An enumeration on the left gives the result its type: `[DayOfWeek]1 + 1` is Tuesday.
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

/// An object whose type defines `+` and `-`: a date, a time span.
public protocol AddableObject: Object {
    /// The result of `self sign right`; nil where the type defines no such operator for the right side.
    /// - Parameter sign: one of `+ - * / %`.
    /// - Throws: `ValueError` ArgumentOutOfRangeException if the type cannot represent the result.
    func applying(_ sign: String, _ right: Value) throws -> Value?
}
