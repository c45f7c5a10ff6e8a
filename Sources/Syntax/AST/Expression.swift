import SourceText

/// One expression.
public indirect enum Expression: Sendable {
    case number(NumberConstant)
    case string(StringConstant)
    case expandableString(ExpandableString)
    case variable(VariableReference)
    /// `[int]` as a value.
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
    /// What the parser could not read. It stands in the tree only where the parse result has errors.
    case error(SourceSpan)
}

extension Expression {
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

/// A number, with the text that a native command gets for it.
public struct NumberConstant: Sendable {
    public let value: NumberLiteral
    /// The literal as written, such as `0x1F` or `5kb`.
    public let text: String
    public let span: SourceSpan
}

/// How a string was written. Only a bare word takes part in wildcard expansion for native commands.
public enum StringKind: Sendable, Hashable {
    case bare, single, double, hereSingle, hereDouble
}

/// A string without anything to expand; escapes are already replaced.
public struct StringConstant: Sendable {
    public let value: String
    public let kind: StringKind
    public let span: SourceSpan
}

/// A string with variables or subexpressions in it.
public struct ExpandableString: Sendable {
    public enum Part: Sendable {
        case text(String)
        /// A variable or a `$( )`.
        case expression(Expression)
    }

    public let parts: [Part]
    public let kind: StringKind
    public let span: SourceSpan
}

/// `$name`, `$scope:name`, `${any name}`, `$$`, `$^`, `$?`, `@name`.
public struct VariableReference: Sendable {
    /// What stands before the first colon: a scope (`script`, `using` …) or a drive (`env`, `function` …), as written.
    public let scope: String?
    /// The name without scope.
    public let name: String
    /// Whether it was written `@name`.
    public let isSplatted: Bool
    public let span: SourceSpan
}

/// A type's name in brackets or in an attribute: `int`, `int[]`, `List[string]`, `int[,]`.
public struct TypeSyntax: Sendable {
    /// The name without generic arguments and array ranks.
    public let name: String
    public let genericArguments: [TypeSyntax]
    /// One rank per pair of brackets from the left: `[int[]]` has `[1]`, `[int[,][]]` has `[2, 1]`.
    public let arrayRanks: [Int]
    /// The extent: with brackets where it is a literal, a cast or a constraint.
    public let span: SourceSpan
}

/// `[type] operand`.
public struct ConvertExpression: Sendable {
    public let type: TypeSyntax
    public let operand: Expression
    public let span: SourceSpan
}

/// `[Attribute()] operand`.
public struct AttributedExpression: Sendable {
    public let attribute: AttributeSyntax
    public let operand: Expression
    public let span: SourceSpan
}

/// An operator with one operand.
public struct UnaryExpression: Sendable {
    public enum Operator: Sendable, Hashable, CaseIterable {
        case plus, minus, not, bitwiseNot
        case join, split, caseSensitiveSplit
        case preIncrement, preDecrement, postIncrement, postDecrement
    }

    public let `operator`: Operator
    public let operand: Expression
    public let span: SourceSpan
}

/// A left-associative chain of operators of one precedence: `first op operand op operand …`.
///
/// Flat, and not a tree of pairs, so that a sum of many thousand terms costs no stack in the parser, the compiler or a destructor.
public struct BinaryExpression: Sendable {
    public struct Term: Sendable {
        public let `operator`: BinaryOperator
        public let operatorSpan: SourceSpan
        public let operand: Expression
    }

    public let first: Expression
    /// At least one; all operators have the same precedence, but need not be the same (`1 + 2 - 3`).
    public let terms: [Term]
    public let span: SourceSpan
}

/// `condition ? a : b`.
public struct TernaryExpression: Sendable {
    public let condition: Expression
    public let whenTrue: Expression
    public let whenFalse: Expression
    public let span: SourceSpan
}

/// `a, b, c`, or `, a` with one element.
public struct ArrayLiteral: Sendable {
    public let elements: [Expression]
    public let span: SourceSpan
}

/// `$( … )` and `@( … )`.
public struct Subexpression: Sendable {
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `( … )`: one pipeline, chain or assignment.
public struct ParenExpression: Sendable {
    public let statement: Statement
    public let span: SourceSpan
}

/// `@{ key = value; … }`, in the order written.
public struct HashtableLiteral: Sendable {
    public struct Entry: Sendable {
        /// A bare word is a constant string.
        public let key: Expression
        public let value: Statement
    }

    public let entries: [Entry]
    public let span: SourceSpan
}

/// `target.member`, `target::member`, `target?.member`.
public struct MemberAccess: Sendable {
    public let target: Expression
    /// A bare name is a constant string; any other expression gives the name.
    public let member: Expression
    public let isStatic: Bool
    /// Whether a null target gives null (`?.`).
    public let isNullConditional: Bool
    public let span: SourceSpan
}

/// `target.member(arguments)`.
public struct MethodCall: Sendable {
    public let target: Expression
    public let member: Expression
    public let genericArguments: [TypeSyntax]
    public let arguments: [Expression]
    public let isStatic: Bool
    public let isNullConditional: Bool
    public let span: SourceSpan
}

/// `target[index]`, `target?[index]`; several indexes are one array literal.
public struct IndexExpression: Sendable {
    public let target: Expression
    public let index: Expression
    public let isNullConditional: Bool
    public let span: SourceSpan
}
