/// + - * / % and the bitwise operators (about_Arithmetic_Operators).
///
/// Int32 that overflows becomes Int64 where that holds it in a multiplication of literals only: PowerShell makes it a double, and so do we.
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
        return try numeric(left, right, "op_Subtraction", "-", { $0.subtractingReportingOverflow($1) }, { $0 - $1 })
    }

    public static func multiply(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            return overflow ? .double(Double(a) * Double(b)) : .int(product)
        }
        switch left {
        case .string(let text): return try repeated(text.value, right)
        case .array(let array): return try repeated(array.elements, right)
        default: return try numeric(left, right, "op_Multiply", "*", { $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })
        }
    }

    public static func divide(_ left: Value, _ right: Value) throws -> Value {
        let (a, b) = try operands(left, right, "op_Division", "/")
        if case .double = a { return .double(try Conversion.double(a) / Conversion.double(b)) }
        if case .double = b { return .double(try Conversion.double(a) / Conversion.double(b)) }
        let x = try Conversion.integer(a)
        let y = try Conversion.integer(b)
        guard y != 0 else { throw divideByZero }
        if y == -1 { return x == .min ? .double(-Double(x)) : narrow(-x, a, b) }
        return x % y == 0 ? narrow(x / y, a, b) : .double(Double(x) / Double(y))
    }

    @inlinable public static func remainder(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right, b != 0, b != -1 { return .int(a % b) }
        return try remainderSlow(left, right)
    }

    @usableFromInline static func remainderSlow(_ left: Value, _ right: Value) throws -> Value {
        let (a, b) = try operands(left, right, "op_Modulus", "%")
        if case .double = a { return .double(try Conversion.double(a).truncatingRemainder(dividingBy: Conversion.double(b))) }
        if case .double = b { return .double(try Conversion.double(a).truncatingRemainder(dividingBy: Conversion.double(b))) }
        let x = try Conversion.integer(a)
        let y = try Conversion.integer(b)
        guard y != 0 else { throw divideByZero }
        return y == -1 ? narrow(0, a, b) : narrow(x % y, a, b)
    }

    public static func negate(_ value: Value) throws -> Value {
        if case .double(let number) = value { return .double(-number) }
        return try subtract(.int(0), try Conversion.number(value))
    }

    /// -band, -bor, -bxor over Int32 or Int64.
    public static func bitwise(_ left: Value, _ right: Value, _ operation: (Int64, Int64) -> Int64) throws -> Value {
        let a = try Conversion.number(left)
        let b = try Conversion.number(right)
        let result = operation(try Conversion.integer(a), try Conversion.integer(b))
        if case .object(let object) = left, let flags = object as? EnumObject {
            return .object(EnumObject(flags.type, rawValue: result))
        }
        if case .int = a, case .int = b { return .int(Int32(truncatingIfNeeded: result)) }
        return .long(result)
    }

    public static func complement(_ value: Value) throws -> Value {
        switch try Conversion.number(value) {
        case .int(let number): return .int(~number)
        case let other: return .long(~(try Conversion.integer(other)))
        }
    }

    /// -shl and -shr: the count is taken modulo the width, as .NET does.
    public static func shift(_ left: Value, _ right: Value, leftward: Bool) throws -> Value {
        let count = try Conversion.integer(right)
        switch try Conversion.number(left) {
        case .int(let number):
            let places = Int32(truncatingIfNeeded: count & 31)
            return .int(leftward ? number &<< places : number &>> places)
        case let other:
            let number = try Conversion.integer(other)
            return .long(leftward ? number &<< (count & 63) : number &>> (count & 63))
        }
    }

    @usableFromInline static func addSlow(_ left: Value, _ right: Value) throws -> Value {
        switch left {
        case .null, .nothing, .unset: return right.orNull
        case .string(let text): return .string(text.value + right.displayText)
        case .char: if let text = right.text { return .string(left.displayText + text) }
        case .array(let array): return .array(array.elements + (right.enumerated ?? [right.orNull]))
        case .object(let object):
            if let list = object as? ListObject { return .array(list.elements + (right.enumerated ?? [right.orNull])) }
            if let table = object as? HashtableObject { return .object(try joined(table, right)) }
            if let summed = try (object as? any AddableObject)?.adding(right) { return summed }
        default: break
        }
        return try numeric(left, right, "op_Addition", "+", { $0.addingReportingOverflow($1) }, { $0 + $1 })
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

    @usableFromInline static func numeric(
        _ left: Value, _ right: Value, _ method: String, _ sign: String,
        _ whole: (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
        _ real: (Double, Double) -> Double
    ) throws -> Value {
        if case .object(let object) = left, let done = try (object as? any AddableObject)?.applying(sign, right) { return done }
        let (a, b) = try operands(left, right, method, sign)
        if case .double = a { return .double(real(try Conversion.double(a), try Conversion.double(b))) }
        if case .double = b { return .double(real(try Conversion.double(a), try Conversion.double(b))) }
        let x = try Conversion.integer(a)
        let y = try Conversion.integer(b)
        let (result, overflow) = whole(x, y)
        return overflow ? .double(real(Double(x), Double(y))) : narrow(result, a, b)
    }

    private static func operands(_ left: Value, _ right: Value, _ method: String, _ sign: String) throws -> (Value, Value) {
        switch left {
        case .array, .object:
            if case .object(let object) = left, object is EnumObject { break }
            throw ValueError(
                "Method invocation failed because [\(left.type.name)] does not contain a method named '\(method)'.",
                id: "MethodNotFound")
        default: break
        }
        return (try Conversion.number(left), try Conversion.number(right))
    }

    /// The result in the wider of the operands' types; an Int32 that overflows becomes a double.
    private static func narrow(_ result: Int64, _ a: Value, _ b: Value) -> Value {
        if case .int = a, case .int = b {
            if let small = Int32(exactly: result) { return .int(small) }
            return .double(Double(result))
        }
        return .long(result)
    }

    private static var divideByZero: ValueError {
        var error = ValueError("Attempted to divide by zero.", id: "RuntimeException", category: "NotSpecified")
        error.innerExceptionType = "System.DivideByZeroException"
        return error
    }

    /// The most elements or bytes that `*` makes: past it is an error, not an exhausted machine.
    private static let repetitionLimit = 1 << 30

    private static func count(_ value: Value, of size: Int) throws -> Int {
        let count = try Conversion.integer(value)
        guard count >= 0, let wanted = Int(exactly: count), wanted.multipliedReportingOverflow(by: max(size, 1)).overflow == false,
            wanted * max(size, 1) <= repetitionLimit
        else {
            throw ValueError(
                "Cannot repeat \(size) elements \(count) times: the result must have 0 to \(repetitionLimit).",
                id: "ArgumentOutOfRange",
                exception: "System.ArgumentOutOfRangeException")
        }
        return wanted
    }

    private static func repeated(_ text: String, _ times: Value) throws -> Value {
        .string(String(repeating: text, count: try count(times, of: text.utf8.count)))
    }

    private static func repeated(_ elements: [Value], _ times: Value) throws -> Value {
        let wanted = try count(times, of: elements.count)
        var result: [Value] = []
        result.reserveCapacity(wanted * elements.count)
        for _ in 0..<wanted { result += elements }
        return .array(result)
    }
}

/// An object with operators of its own: a date, a time span.
public protocol AddableObject: Object {
    /// `self sign right`; nil where the right side is of no use to it.
    func applying(_ sign: String, _ right: Value) throws -> Value?
}

extension AddableObject {
    func adding(_ right: Value) throws -> Value? { try applying("+", right) }
}
