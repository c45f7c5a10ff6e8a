import SourceText
import Syntax
import Values

/// One node of a script's tree as scripts see it (System.Management.Automation.Language.Ast).
///
/// The parser's own tree is flatter than PowerShell's: this gives each of its parts the name and the fields that PowerShell has for it.
package indirect enum AstNode {
    case scriptBlock(ScriptBlockSyntax)
    case paramBlock(ScriptBlockSyntax, SourceSpan)
    case parameter(ParameterSyntax)
    /// `begin { }` and its kin; without a name for the statements of a block that names no part.
    case namedBlock(StatementBlock, kind: String, isUnnamed: Bool)
    case block(StatementBlock)
    case statement(Statement)
    case element(PipelineElement)
    /// `a && b` inside a longer chain.
    case chain(PipelineChain, links: Int)
    case commandParameter(CommandParameter)
    case redirection(Redirection)
    case expression(Expression)
    /// The first terms of a chain of operators.
    case binary(BinaryExpression, terms: Int)
    case target(AssignmentTarget)
    case catchClause(CatchClause)
    case attribute(AttributeSyntax)
    case namedArgument(NamedAttributeArgument)
    case typeConstraint(TypeSyntax)
    case property(PropertyMember)
    case enumMember(EnumDefinition.Member)
    case method(MethodMember)
    /// The function that a method is made of.
    case methodBody(MethodMember)
    /// A parameter's own name.
    case variable(String, SourceSpan)
    /// A name that stands in the tree as a constant string.
    case word(String, SourceSpan)

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

/// What a property of a node holds.
enum AstField {
    case node(AstNode?)
    case nodes([AstNode])
    /// Pairs of nodes: the clauses of an `if`, the entries of a table.
    case pairs([(AstNode, AstNode)])
    case value(Value)

    /// The nodes in it.
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

/// A node's class and what its properties hold.
struct AstShape {
    /// Without the namespace.
    let type: String
    let fields: [(name: String, field: AstField)]

    init(_ type: String, _ fields: [(name: String, field: AstField)] = []) {
        self.type = type
        self.fields = fields
    }
}
