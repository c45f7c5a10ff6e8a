/// `'ab' * 3` and `@(1, 2) * 3`.
enum Repetition {
    /// The largest result, in elements of an array or bytes of a string: a larger one is an error instead of exhausted memory.
    private static let limit = 1 << 30

    static func of(_ text: String, _ times: Value) throws -> Value {
        .string(String(repeating: text, count: try count(times, of: text.utf8.count)))
    }

    static func of(_ array: ArrayObject, _ times: Value) throws -> Value {
        let wanted = try count(times, of: array.elements.count)
        var result: [Value] = []
        result.reserveCapacity(wanted * array.elements.count)
        for _ in 0..<wanted { result += array.elements }
        return .array(ArrayObject(result, of: array.elementType))
    }

    private static func count(_ value: Value, of size: Int) throws -> Int {
        let count = try Conversion.integer(value)
        guard count >= 0, let wanted = Int(exactly: count), wanted.multipliedReportingOverflow(by: max(size, 1)).overflow == false,
            wanted * max(size, 1) <= limit
        else {
            throw ValueError(
                "Cannot repeat \(size) elements \(count) times: the result must have 0 to \(limit).", id: "ArgumentOutOfRange",
                exception: "System.ArgumentOutOfRangeException")
        }
        return wanted
    }
}
