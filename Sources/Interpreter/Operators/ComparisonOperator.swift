import Syntax
import Values

/// The comparison operators: a test of two values, or a filter where the left operand is a collection (about_Comparison_Operators).
package enum ComparisonOperator {
    typealias Pair = (Value, Value) throws -> Bool

    /// The comparison of two scalars by an operator.
    static func test(_ kind: BinaryOperator.Kind, ignoreCase: Bool) -> Pair {
        switch kind {
        case .equal: { Comparison.equals($0, $1, ignoreCase: ignoreCase) }
        case .notEqual: { !Comparison.equals($0, $1, ignoreCase: ignoreCase) }
        case .less: { try Comparison.order($0, $1, ignoreCase: ignoreCase) < 0 }
        case .lessOrEqual: { try Comparison.order($0, $1, ignoreCase: ignoreCase) <= 0 }
        case .greater: { try Comparison.order($0, $1, ignoreCase: ignoreCase) > 0 }
        default: { try Comparison.order($0, $1, ignoreCase: ignoreCase) >= 0 }
        }
    }

    /// Tests a scalar, or filters a collection; the empty output of a command is compared as `$null`.
    static func apply(_ left: Value, _ right: Value, _ test: Pair) throws -> Value {
        guard let elements = left.enumerated else { return .bool(try test(left, right)) }
        if case .nothing = left { return .bool(try test(.null, right)) }
        return .array(try elements.filter { try test($0, right) })
    }

    /// -contains: whether an element equals a value.
    package static func contains(_ collection: Value, _ element: Value, ignoreCase: Bool) -> Bool {
        (collection.enumerated ?? [collection]).contains { Comparison.equals($0, element, ignoreCase: ignoreCase) }
    }
}

/// The operands of -f: the elements of an array, or the single value.
enum FormatOperands {
    static func list(_ value: Value) -> [Value] { value.enumerated ?? [value] }
}

/// -is and -as (about_Type_Operators).
package enum TypeOperator {
    static func type(_ value: Value, _ engine: Engine) throws -> ObjectType {
        if let type = value.asObject(TypeObject.self)?.represented { return type }
        if let type = try engine.findType(value.displayText) { return type }
        throw ValueError(
            "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"System.Type\".",
            id: "RuntimeException", category: "InvalidOperation")
    }

    /// -is: whether a value is an instance of a type, given as a type or its name.
    /// - Throws: `ValueError` where there is no such type.
    package static func isInstance(_ value: Value, _ typeValue: Value, _ engine: Engine) throws -> Bool {
        guard !value.isNull else { return false }
        let type = try type(typeValue, engine)
        if type.name == "System.Management.Automation.PSCustomObject" || type.name == "System.Management.Automation.PSObject" {
            return value.asObject(CustomObject.self) != nil
        }
        return value.type.isKind(of: type)
    }
}
