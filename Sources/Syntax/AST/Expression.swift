import SourceText

/// An expression (about_Operators, about_Quoting_Rules).
public indirect enum Expression: Sendable {
    case number(NumberConstant)
    case string(StringConstant)
    case expandableString(ExpandableString)
    case variable(VariableReference)
    /// A type literal as a value: `[int]`.
    case type(TypeSyntax)
    case convert(ConvertExpression)
    case attributed(AttributedExpression)
    case unary(UnaryExpression)
    case binary(BinaryExpression)
    case ternary(TernaryExpression)
    case array(ArrayLiteral)
    case arraySubexpression(Subexpression)
    case subexpression(Subexpression)
    case paren(ParenExpression)
    case hashtable(HashtableLiteral)
    case scriptBlock(ScriptBlockSyntax)
    case member(MemberAccess)
    case call(MethodCall)
    case index(IndexExpression)
    /// Text that could not be parsed. Only a tree whose parse result has errors contains such nodes.
    case error(SourceSpan)
}

extension Expression {
    /// The node's extent in the file.
    public var span: SourceSpan {
        switch self {
        case .number(let node): node.span
        case .string(let node): node.span
        case .expandableString(let node): node.span
        case .variable(let node): node.span
        case .type(let node): node.span
        case .convert(let node): node.span
        case .attributed(let node): node.span
        case .unary(let node): node.span
        case .binary(let node): node.span
        case .ternary(let node): node.span
        case .array(let node): node.span
        case .arraySubexpression(let node), .subexpression(let node): node.span
        case .paren(let node): node.span
        case .hashtable(let node): node.span
        case .scriptBlock(let node): node.span
        case .member(let node): node.span
        case .call(let node): node.span
        case .index(let node): node.span
        case .error(let span): span
        }
    }
}

/// A number literal. The text is what a native command gets for it.
public struct NumberConstant: Sendable {
    /// The value, with the type that the literal selects.
    public let value: NumberLiteral
    /// The literal as written (`0x1F`, `5kb`).
    public let text: String
    /// The extent in the file.
    public let span: SourceSpan
}

/// How a string was written. Only bare words take part in wildcard expansion for native commands.
public enum StringKind: Sendable, Hashable {
    /// A bare word; `'…'`; `"…"`; `@'…'@`; `@"…"@`.
    case bare, single, double, hereSingle, hereDouble
}

/// A string in which nothing is expanded.
public struct StringConstant: Sendable {
    /// The value, with escapes replaced.
    public let value: String
    /// How the string was written.
    public let kind: StringKind
    /// The extent in the file.
    public let span: SourceSpan
}

/// A string that contains variables or subexpressions.
public struct ExpandableString: Sendable {
    /// A part of the string.
    public enum Part: Sendable {
        case text(String)
        /// A variable or a subexpression `$( )`.
        case expression(Expression)
    }

    /// The parts in their order.
    public let parts: [Part]
    /// How the string was written.
    public let kind: StringKind
    /// The extent in the file.
    public let span: SourceSpan
}

/// `$name`, `$scope:name`, `${any name}`, `$$`, `$^`, `$?` or `@name` (about_Variables, about_Splatting).
public struct VariableReference: Sendable {
    /// The text before the first colon, as written: a scope (`script`, `using`) or a drive (`env`, `function`); nil if there is
    /// none.
    public let scope: String?
    /// The name behind that colon.
    public let name: String
    /// Whether it was written `@name`, and so is splatted.
    public let isSplatted: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// A type's name in brackets or in an attribute: `int`, `int[]`, `List[string]`, `int[,]`.
public struct TypeSyntax: Sendable {
    /// The name without generic arguments and array ranks.
    public let name: String
    /// The generic arguments in their order; empty if the type has none.
    public let genericArguments: [TypeSyntax]
    /// The rank of each pair of array brackets from the left: `[int[]]` has `[1]`, `[int[,][]]` has `[2, 1]`.
    public let arrayRanks: [Int]
    /// The extent in the file; includes the brackets of a literal, cast or constraint.
    public let span: SourceSpan
}

/// A cast: `[type] operand`.
public struct ConvertExpression: Sendable {
    /// The type to convert to.
    public let type: TypeSyntax
    /// The operand.
    public let operand: Expression
    /// The extent in the file.
    public let span: SourceSpan
}

/// `[Attribute()] operand`.
public struct AttributedExpression: Sendable {
    /// The attribute.
    public let attribute: AttributeSyntax
    /// The operand.
    public let operand: Expression
    /// The extent in the file.
    public let span: SourceSpan
}

/// An operator with one operand.
public struct UnaryExpression: Sendable {
    /// The operation.
    public enum Operator: Sendable, Hashable, CaseIterable {
        case plus, minus, not, bitwiseNot
        case join, split, caseSensitiveSplit
        case preIncrement, preDecrement, postIncrement, postDecrement
    }

    /// The operation.
    public let `operator`: Operator
    /// The operand.
    public let operand: Expression
    /// The extent in the file.
    public let span: SourceSpan
}

/// A left-associative chain of operators of one precedence: `first op operand op operand …`.
///
/// Flat rather than a tree of pairs, so that a sum of many thousand terms takes no stack in the parser, the compiler or a
/// destructor.
public struct BinaryExpression: Sendable {
    /// An operator with the operand to its right.
    public struct Term: Sendable {
        /// The operator.
        public let `operator`: BinaryOperator
        /// The extent of the operator.
        public let operatorSpan: SourceSpan
        /// The right operand.
        public let operand: Expression
    }

    /// The leftmost operand.
    public let first: Expression
    /// The operators with their right operands; at least one. They have the same precedence, but may differ (`1 + 2 - 3`).
    public let terms: [Term]
    /// The extent in the file.
    public let span: SourceSpan
}

/// `condition ? a : b` (about_If).
public struct TernaryExpression: Sendable {
    /// The condition.
    public let condition: Expression
    /// The value if the condition is true.
    public let whenTrue: Expression
    /// The value if the condition is false.
    public let whenFalse: Expression
    /// The extent in the file.
    public let span: SourceSpan
}

/// `a, b, c`, or `, a` with one element (about_Arrays).
public struct ArrayLiteral: Sendable {
    /// The elements in their order.
    public let elements: [Expression]
    /// The extent in the file.
    public let span: SourceSpan
}

/// `$( … )` or `@( … )`.
public struct Subexpression: Sendable {
    /// The statements.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `( … )`, which contains a pipeline, a pipeline chain or an assignment.
public struct ParenExpression: Sendable {
    /// The statement between the parentheses.
    public let statement: Statement
    /// The extent in the file.
    public let span: SourceSpan
}

/// `@{ key = value; … }` (about_Hash_Tables).
public struct HashtableLiteral: Sendable {
    /// `key = value`.
    public struct Entry: Sendable {
        /// The key; a bare word is a constant string.
        public let key: Expression
        /// The value: any statement with output.
        public let value: Statement
    }

    /// The entries in their order.
    public let entries: [Entry]
    /// The extent in the file.
    public let span: SourceSpan
}

/// `target.member`, `target::member` or `target?.member`.
public struct MemberAccess: Sendable {
    /// The object, or the type literal of a static member.
    public let target: Expression
    /// The member's name: a bare name is a constant string, any other expression computes the name.
    public let member: Expression
    /// Whether the member is static (`::`).
    public let isStatic: Bool
    /// Whether a null target gives null (`?.`).
    public let isNullConditional: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// `target.member(arguments)`.
public struct MethodCall: Sendable {
    /// The object, or the type literal of a static method.
    public let target: Expression
    /// The method's name, as in `MemberAccess`.
    public let member: Expression
    /// The generic arguments (`$x.M[int]()`); empty if none were written.
    public let genericArguments: [TypeSyntax]
    /// The arguments in their order.
    public let arguments: [Expression]
    /// Whether the method is static (`::`).
    public let isStatic: Bool
    /// Whether a null target gives null (`?.`).
    public let isNullConditional: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// `target[index]` or `target?[index]`.
public struct IndexExpression: Sendable {
    /// The object to index.
    public let target: Expression
    /// The index; several indexes form an array literal.
    public let index: Expression
    /// Whether a null target gives null (`?[`).
    public let isNullConditional: Bool
    /// The extent in the file.
    public let span: SourceSpan
}
