import CmdletKit
import Values

/// `a..b`.
enum RangeOperator {
    /// The longest array that a range makes: longer ones are an error that says so, not an exhausted machine.
    private static let limit = 100_000_000

    /// The range as an array.
    static func values(_ left: Value, _ right: Value) throws -> Value {
        if let characters = characters(left, right) { return characters }
        let range = try NumberRange(from: Conversion.int32(left), to: Conversion.int32(right))
        guard range.count <= limit else {
            throw ValueError(
                "The range \(range.first)..\(range.last) is too long: at most \(limit) numbers.", id: "RangeTooLong",
                category: "InvalidArgument")
        }
        return .array(Array(range.numbers))
    }

    /// The range for who goes through it once: numbers are then made one by one.
    static func sequence(_ left: Value, _ right: Value) throws -> Value {
        if let characters = characters(left, right) { return characters }
        return .object(NumberRange(from: try Conversion.int32(left), to: try Conversion.int32(right)))
    }

    private static func characters(_ left: Value, _ right: Value) -> Value? {
        guard let first = character(left), let last = character(right) else { return nil }
        let codes = first <= last ? Array(first...last) : Array((last...first).reversed())
        return .array(codes.map { .char($0) })
    }

    private static func character(_ value: Value) -> UInt16? {
        switch value {
        case .char(let unit): return unit
        case .string(let text) where text.value.utf16.count == 1 && Int32(text.value) == nil: return text.value.utf16.first
        default: return nil
        }
    }
}

/// The numbers of `a..b` where a pipeline or a foreach goes through them: no script ever holds it. An array of them would make the memory
/// of `1..10000000 | …` grow with its length.
final class NumberRange: Object {
    let first: Int32
    let last: Int32

    init(from first: Int32, to last: Int32) {
        self.first = first
        self.last = last
    }

    var count: Int { abs(Int(last) - Int(first)) + 1 }

    var numbers: some Sequence<Value> {
        stride(from: Int(first), through: Int(last), by: first <= last ? 1 : -1).lazy.map { .int(Int32(truncatingIfNeeded: $0)) }
    }

    override var enumerated: [Value]? { Array(numbers) }
}
