import CmdletKit
import Values

/// The range operator, `a..b`.
enum RangeOperator {
    /// The most numbers of an array that a range makes; a longer one is an error, rather than the end of the machine's memory.
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

    /// The range for a pipeline or a foreach loop, whose numbers are made one by one.
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

/// A range that a pipeline or a foreach loop enumerates; scripts never get hold of the object. With an array instead, memory would
/// grow with the length of `1..10000000 | …`.
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
