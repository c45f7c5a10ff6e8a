/// What a variable holds, an expression yields and a pipeline carries.
///
/// Nine bytes, sixteen in an array: small numbers live inline, everything else is one reference. No indirect case and no inline String:
/// a Value of three words costs a loop of integers twice its time.
public enum Value {
    /// `$null`.
    case null
    /// The result of a pipeline that wrote nothing: null to an expression, no object to a pipeline (PowerShell's AutomationNull).
    case nothing
    /// A variable slot that was never set. Never leaves the evaluator.
    case unset
    case bool(Bool)
    /// System.Int32.
    case int(Int32)
    /// System.Int64.
    case long(Int64)
    /// System.Double.
    case double(Double)
    /// The number types of fixed width that are rarer: SByte, Byte, Int16, UInt16, UInt32, UInt64, Single.
    case fixed(FixedNumber)
    /// System.Char: one UTF-16 code unit.
    case char(UInt16)
    case string(StringObject)
    case array(ArrayObject)
    /// Anything else.
    case object(Object)

    /// Boxes a Swift string.
    @inlinable public static func string(_ text: String) -> Value { .string(StringObject(text)) }

    /// A System.Object[] of these elements.
    @inlinable public static func array(_ elements: [Value]) -> Value { .array(ArrayObject(elements)) }

    /// The smallest of Int32 and Int64 that holds the number.
    @inlinable public static func integer(_ number: Int) -> Value {
        if let small = Int32(exactly: number) { return .int(small) }
        return .long(Int64(number))
    }

    /// True for `$null` and for the result of a pipeline that wrote nothing.
    @inlinable public var isNull: Bool {
        switch self {
        case .null, .nothing, .unset: true
        default: false
        }
    }

    /// The value as an expression sees it: "nothing" and "unset" are null.
    @inlinable public var orNull: Value { isNull ? .null : self }

    /// The reference behind the value, nil for inline ones.
    @inlinable public var reference: Object? {
        switch self {
        case .string(let object): object
        case .array(let object): object
        case .object(let object): object
        default: nil
        }
    }

    /// The text of a string value, nil for every other.
    @inlinable public var text: String? {
        if case .string(let object) = self { return object.value }
        return nil
    }

    /// The object as a particular class, nil where it is another.
    @inlinable public func asObject<T: Object>(_: T.Type = T.self) -> T? {
        if case .object(let object) = self { return object as? T }
        return nil
    }

    /// Wraps the results of a pipeline as an assignment takes them: none, the one, or an array.
    public static func collapsing(_ results: [Value]) -> Value {
        switch results.count {
        case 0: .nothing
        case 1: results[0]
        default: .array(ArrayObject(results))
        }
    }
}
