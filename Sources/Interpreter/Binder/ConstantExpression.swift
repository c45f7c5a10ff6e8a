import Syntax
import Values

/// Evaluates expressions without running code: the arguments of attributes (about_Functions_Advanced_Parameters), and what
/// completion infers from a text.
package enum ConstantExpression {
    /// The value of an expression, the elements of an array separately; empty where it is not constant.
    package static func values(_ expression: Expression) -> [Value] {
        switch expression {
        case .number(let node): return [Compiler.value(of: node.value)]
        case .string(let node): return [.string(node.value)]
        case .variable(let node):
            switch node.name.lowercased() {
            case "true": return [.bool(true)]
            case "false": return [.bool(false)]
            default: return [.null]
            }
        case .array(let node): return node.elements.flatMap { values($0) }
        case .arraySubexpression(let node), .subexpression(let node):
            return node.body.statements.flatMap { statement -> [Value] in
                if case .pipeline(let pipeline) = statement, case .expression(let inner, _)? = pipeline.elements.first {
                    return values(inner)
                }
                return []
            }
        case .paren(let node):
            if case .pipeline(let pipeline) = node.statement, case .expression(let inner, _)? = pipeline.elements.first {
                return values(inner)
            }
            return []
        case .unary(let node):
            return values(node.operand).compactMap { value in
                switch node.operator {
                case .minus: try? Arithmetic.negate(value)
                case .plus: try? Conversion.number(value)
                default: nil
                }
            }
        case .binary(let node): return binary(node).map { $0.enumeratedOrSelf } ?? []
        case .member(let node):
            guard case .string(let name) = node.member else { return [] }
            // The member's name, where the type is unknown here: it may be an enumeration of the script.
            return [staticMember(node, name.value) ?? .string(name.value)]
        case .convert(let node): return values(node.operand).map { converted($0, node.type) }
        default: return []
        }
    }

    private static func type(_ syntax: TypeSyntax) -> ObjectType? {
        TypeTable.builtin.find(syntax.name) ?? EngineTypes.find(syntax.name)
    }

    private static func converted(_ value: Value, _ syntax: TypeSyntax) -> Value {
        type(syntax).flatMap { try? Conversion.convert(value, to: $0) } ?? value
    }

    /// `[DayOfWeek]::Monday`, `[int]::MaxValue`.
    private static func staticMember(_ node: MemberAccess, _ name: String) -> Value? {
        guard node.isStatic, case .type(let written) = node.target, let type = type(written) else { return nil }
        if let raw = type.enumeration?.rawValue(of: name) { return .object(EnumObject(type, rawValue: raw)) }
        guard case .property(_, let get, nil)? = type.staticMember(name)?.kind else { return nil }
        return try? get(.null)
    }

    /// Arithmetic on constants: `1kb * 4`, `'a' + 'b'`, `1 -bor 2`.
    private static func binary(_ node: BinaryExpression) -> Value? {
        guard var result = operand(node.first) else { return nil }
        for term in node.terms {
            guard let right = operand(term.operand), let value = try? apply(term.operator.kind, result, right) else { return nil }
            result = value
        }
        return result
    }

    private static func operand(_ expression: Expression) -> Value? {
        let found = values(expression)
        return found.count > 1 ? .array(found) : found.first
    }

    private static func apply(_ operation: BinaryOperator.Kind, _ left: Value, _ right: Value) throws -> Value? {
        switch operation {
        case .add: try Arithmetic.add(left, right)
        case .subtract: try Arithmetic.subtract(left, right)
        case .multiply: try Arithmetic.multiply(left, right)
        case .divide: try Arithmetic.divide(left, right)
        case .remainder: try Arithmetic.remainder(left, right)
        case .range: try RangeOperator.values(left, right)
        case .format: .string(try CompositeFormat.format(left.displayText, FormatOperands.list(right)))
        case .bitwiseAnd: try BitwiseOperation.and.apply(left, right)
        case .bitwiseOr: try BitwiseOperation.or.apply(left, right)
        case .bitwiseXor: try BitwiseOperation.xor.apply(left, right)
        case .shiftLeft: try BitwiseOperation.shift(left, right, leftward: true)
        case .shiftRight: try BitwiseOperation.shift(left, right, leftward: false)
        default: nil
        }
    }
}
