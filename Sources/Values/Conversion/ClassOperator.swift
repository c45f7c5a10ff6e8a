/// The operators that classes of scripts define as static methods (`static [C] op_Addition([C] $a, [C] $b)`).
enum ClassOperator {
    /// - Parameter method: the operator's method, as .NET names it (`op_Addition`).
    /// - Returns: nil where neither side is an object of a script's class.
    /// - Throws: what the method throws; an error that names the class where it has no such method.
    static func apply(_ method: String, _ left: Value, _ right: Value) throws -> Value? {
        guard let type = owner(left, right) else { return nil }
        guard case .method(let overloads)? = type.staticMember(method)?.kind else {
            throw ValueError(
                "Method invocation failed because [\(type.name)] does not contain a method named '\(method)'.", id: "MethodNotFound"
            )
        }
        return try OverloadResolution.invoke(method, overloads, on: .null, [left, right])
    }

    /// The class whose operator is called: the left operand's; where the left operand is a primitive or null, the right operand's.
    private static func owner(_ left: Value, _ right: Value) -> ObjectType? {
        switch left {
        case .object(let object): object.type.script == nil ? nil : object.type
        case .null, .nothing, .unset, .bool, .int, .long, .double, .fixed, .char:
            if case .object(let object) = right, object.type.script != nil { object.type } else { nil }
        case .string, .array: nil
        }
    }
}
