import SourceText
import Syntax
import Values

/// A node of a script's syntax tree as scripts see it (System.Management.Automation.Language.Ast).
///
/// The parser's own tree is flatter than PowerShell's; `AstNode` gives each part the class and properties that PowerShell has for
/// it.
package indirect enum AstNode {
    /// ScriptBlockAst.
    case scriptBlock(ScriptBlockSyntax)
    /// ParamBlockAst.
    case paramBlock(ScriptBlockSyntax, SourceSpan)
    /// ParameterAst.
    case parameter(ParameterSyntax)
    /// NamedBlockAst: `begin { }` and the like; unnamed for the statements of a block without named blocks.
    case namedBlock(StatementBlock, kind: String, isUnnamed: Bool)
    /// StatementBlockAst.
    case block(StatementBlock)
    /// StatementAst: one of its derived classes.
    case statement(Statement)
    /// CommandAst or CommandExpressionAst.
    case element(PipelineElement)
    /// PipelineChainAst: the first `links` links of a longer chain.
    case chain(PipelineChain, links: Int)
    /// CommandParameterAst.
    case commandParameter(CommandParameter)
    /// RedirectionAst.
    case redirection(Redirection)
    /// ExpressionAst: one of its derived classes.
    case expression(Expression)
    /// BinaryExpressionAst: the first `terms` terms of a chain of operators.
    case binary(BinaryExpression, terms: Int)
    /// The target of an assignment, an ExpressionAst.
    case target(AssignmentTarget)
    /// CatchClauseAst.
    case catchClause(CatchClause)
    /// AttributeAst.
    case attribute(AttributeSyntax)
    /// NamedAttributeArgumentAst.
    case namedArgument(NamedAttributeArgument)
    /// TypeConstraintAst.
    case typeConstraint(TypeSyntax)
    /// PropertyMemberAst of a class.
    case property(PropertyMember)
    /// PropertyMemberAst of an enumeration.
    case enumMember(EnumDefinition.Member)
    /// FunctionMemberAst.
    case method(MethodMember)
    /// FunctionDefinitionAst: the function inside a method.
    case methodBody(MethodMember)
    /// VariableExpressionAst: the name of a parameter.
    case variable(String, SourceSpan)
    /// StringConstantExpressionAst: a word such as `--`.
    case word(String, SourceSpan)

    /// The node's extent.
    package var span: SourceSpan {
        switch self {
        case .scriptBlock(let node): node.span
        case .paramBlock(_, let span): span
        case .parameter(let node): node.span
        case .namedBlock(let node, _, _), .block(let node): node.span
        case .statement(let node): node.span
        case .element(let node): node.span
        case .chain(let node, let links): node.first.span.union(links == 0 ? node.first.span : node.links[links - 1].pipeline.span)
        case .commandParameter(let node): node.argument.map { node.span.union($0.span) } ?? node.span
        case .redirection(let node): node.span
        case .expression(let node): node.span
        case .binary(let node, let terms): node.first.span.union(node.terms[terms - 1].operand.span)
        case .target(let node): Self.span(node)
        case .catchClause(let node): node.span
        case .attribute(let node): node.span
        case .namedArgument(let node): node.span
        case .typeConstraint(let node): node.span
        case .property(let node): node.span
        case .enumMember(let node): node.span
        case .method(let node), .methodBody(let node): node.span
        case .variable(_, let span), .word(_, let span): span
        }
    }

    private static func span(_ target: AssignmentTarget) -> SourceSpan {
        switch target {
        case .variable(let node, let types, let attributes):
            (types.map(\.span) + attributes.map(\.span)).reduce(node.span) { $0.union($1) }
        case .member(let node, let types): types.reduce(node.span) { $0.union($1.span) }
        case .index(let node, let types): types.reduce(node.span) { $0.union($1.span) }
        case .list(_, let span): span
        }
    }
}

/// The value of a node's property.
enum AstField {
    case node(AstNode?)
    case nodes([AstNode])
    /// Pairs of nodes: the clauses of an `if`, the entries of a hashtable.
    case pairs([(AstNode, AstNode)])
    case value(Value)

    /// The nodes in the value.
    var children: [AstNode] {
        switch self {
        case .node(let node): node.map { [$0] } ?? []
        case .nodes(let nodes): nodes
        case .pairs(let pairs): pairs.flatMap { [$0.0, $0.1] }
        case .value: []
        }
    }

    static func text(_ text: String?) -> AstField { .value(text.map { .string($0) } ?? .null) }
    static func flag(_ flag: Bool) -> AstField { .value(.bool(flag)) }
    static func statement(_ statement: Statement?) -> AstField { .node(statement.map { AstNode.of($0) }) }
    static func block(_ block: StatementBlock?) -> AstField { .node(block.map { .block($0) }) }
    static func expression(_ expression: Expression?) -> AstField { .node(expression.map { AstNode.of($0) }) }
}

/// The class of a node, with the values of its properties.
struct AstShape {
    /// The class's name without its namespace.
    let type: String
    let fields: [(name: String, field: AstField)]

    init(_ type: String, _ fields: [(name: String, field: AstField)] = []) {
        self.type = type
        self.fields = fields
    }
}
