import SourceText
import Syntax
import Values

/// Converts expressions to nodes of PowerShell's syntax tree.
extension AstNode {
    static func of(_ expression: Expression) -> AstNode {
        if case .binary(let node) = expression { return .binary(node, terms: node.terms.count) }
        return .expression(expression)
    }

    static func shape(_ expression: Expression, _ file: SourceFile) -> AstShape {
        switch expression {
        case .number(let node):
            let value = Compiler.value(of: node.value)
            return AstShape("ConstantExpressionAst", [("Value", .value(value)), ("StaticType", .value(typeObject(value.type)))])
        case .string(let node): return constant(node.value, kinds[node.kind] ?? "BareWord")
        case .expandableString(let node):
            let nested = node.parts.compactMap { part -> AstNode? in
                guard case .expression(let inner) = part else { return nil }
                return of(inner)
            }
            // The text between the quotes, as it is written.
            let text = file.text(of: node.span)
            let quotes = node.kind == .bare ? 0 : 1
            return AstShape(
                "ExpandableStringExpressionAst",
                [
                    ("Value", .text(String(text.dropFirst(quotes).dropLast(quotes)))),
                    ("StringConstantType", .text(kinds[node.kind])), ("NestedExpressions", .nodes(nested)),
                    ("StaticType", .value(typeObject(.string))),
                ])
        case .variable(let node):
            return AstShape(
                "VariableExpressionAst",
                [("VariablePath", .value(path(node.scope, node.name))), ("Splatted", .flag(node.isSplatted))])
        case .type(let node): return AstShape("TypeExpressionAst", [("TypeName", .value(typeName(node)))])
        case .convert(let node):
            return AstShape(
                "ConvertExpressionAst",
                [
                    ("Type", .node(.typeConstraint(node.type))), ("Attribute", .node(.typeConstraint(node.type))),
                    ("Child", .expression(node.operand)), ("StaticType", .value(type(node.type))),
                ])
        case .attributed(let node):
            return AstShape(
                "AttributedExpressionAst",
                [("Attribute", .node(.attribute(node.attribute))), ("Child", .expression(node.operand))])
        case .unary(let node):
            return AstShape(
                "UnaryExpressionAst", [("TokenKind", .text(unary[node.operator])), ("Child", .expression(node.operand))])
        case .binary(let node): return shape(node, node.terms.count)
        case .ternary(let node):
            return AstShape(
                "TernaryExpressionAst",
                [
                    ("Condition", .expression(node.condition)), ("IfTrue", .expression(node.whenTrue)),
                    ("IfFalse", .expression(node.whenFalse)),
                ])
        case .array(let node): return AstShape("ArrayLiteralAst", [("Elements", .nodes(node.elements.map { of($0) }))])
        case .arraySubexpression(let node): return AstShape("ArrayExpressionAst", [("SubExpression", .block(node.body))])
        case .subexpression(let node): return AstShape("SubExpressionAst", [("SubExpression", .block(node.body))])
        case .paren(let node): return AstShape("ParenExpressionAst", [("Pipeline", .statement(node.statement))])
        case .hashtable(let node):
            return AstShape(
                "HashtableAst",
                [
                    ("KeyValuePairs", .pairs(node.entries.map { (of($0.key), of($0.value)) })),
                    ("StaticType", .value(typeObject(.hashtable))),
                ])
        case .scriptBlock(let node):
            return AstShape(
                "ScriptBlockExpressionAst",
                [("ScriptBlock", .node(.scriptBlock(node))), ("StaticType", .value(typeObject(ScriptBlock.objectType)))])
        case .member(let node): return shape("MemberExpressionAst", node)
        case .call(let node):
            return AstShape(
                "InvokeMemberExpressionAst",
                [
                    ("Expression", .expression(node.target)), ("Member", .expression(node.member)),
                    ("Arguments", .nodes(node.arguments.map { of($0) })), ("Static", .flag(node.isStatic)),
                    ("NullConditional", .flag(node.isNullConditional)),
                ])
        case .index(let node): return shape(node)
        case .error: return AstShape("ErrorExpressionAst")
        }
    }

    private static func shape(_ type: String, _ node: MemberAccess) -> AstShape {
        AstShape(
            type,
            [
                ("Expression", .expression(node.target)), ("Member", .expression(node.member)), ("Static", .flag(node.isStatic)),
                ("NullConditional", .flag(node.isNullConditional)),
            ])
    }

    private static func shape(_ node: IndexExpression) -> AstShape {
        AstShape(
            "IndexExpressionAst",
            [
                ("Target", .expression(node.target)), ("Index", .expression(node.index)),
                ("NullConditional", .flag(node.isNullConditional)),
            ])
    }

    /// A binary expression of the last operator with everything before it as its left operand: the parser keeps a chain of
    /// operators flat, PowerShell nests it.
    static func shape(_ node: BinaryExpression, _ terms: Int) -> AstShape {
        let last = node.terms[terms - 1]
        return AstShape(
            "BinaryExpressionAst",
            [
                ("Left", .node(terms == 1 ? of(node.first) : .binary(node, terms: terms - 1))),
                ("Operator", .text(name(of: last.operator))), ("Right", .expression(last.operand)),
            ])
    }

    static func shape(_ target: AssignmentTarget) -> AstShape {
        let (types, attributes, plain): ([TypeSyntax], [AttributeSyntax], AstShape)
        switch target {
        case .variable(let node, let written, let marks):
            (types, attributes) = (written, marks)
            plain = AstShape(
                "VariableExpressionAst", [("VariablePath", .value(path(node.scope, node.name))), ("Splatted", .flag(false))])
        case .member(let node, let written): (types, attributes, plain) = (written, [], shape("MemberExpressionAst", node))
        case .index(let node, let written): (types, attributes, plain) = (written, [], shape(node))
        case .list(let targets, _): return AstShape("ArrayLiteralAst", [("Elements", .nodes(targets.map { .target($0) }))])
        }
        guard let first = types.first else {
            guard let mark = attributes.first, case .variable(let node, _, _) = target else { return plain }
            return AstShape(
                "AttributedExpressionAst",
                [("Attribute", .node(.attribute(mark))), ("Child", .expression(.variable(node)))])
        }
        let child: AstNode
        switch target {
        case .variable(let node, _, let marks): child = .target(.variable(node, types: Array(types.dropFirst()), attributes: marks))
        case .member(let node, _): child = .target(.member(node, types: Array(types.dropFirst())))
        case .index(let node, _): child = .target(.index(node, types: Array(types.dropFirst())))
        case .list: child = .target(target)
        }
        return AstShape(
            "ConvertExpressionAst",
            [
                ("Type", .node(.typeConstraint(first))), ("Attribute", .node(.typeConstraint(first))), ("Child", .node(child)),
                ("StaticType", .value(type(first))),
            ])
    }

    /// A System.Management.Automation.VariablePath.
    static func path(_ written: String?, _ name: String) -> Value {
        let scope = written?.lowercased()
        let scopes = ["global", "local", "script", "private", "using", "variable", "workflow"]
        let isDrive = scope.map { !scopes.contains($0) } ?? false
        let full = (written.map { $0 + ":" } ?? "") + name
        return .object(
            CustomObject(
                [
                    ("UserPath", .string(full)), ("IsGlobal", .bool(scope == "global")), ("IsLocal", .bool(scope == "local")),
                    ("IsPrivate", .bool(scope == "private")), ("IsScript", .bool(scope == "script")),
                    ("IsUnqualified", .bool(scope == nil)), ("IsUnscopedVariable", .bool(scope == nil || scope == "variable")),
                    ("IsVariable", .bool(!isDrive)), ("IsDriveQualified", .bool(isDrive)),
                    ("DriveName", isDrive ? .string(written ?? "") : .null),
                ], type: AstTypes.variablePath))
    }

    private static let kinds: [StringKind: String] = [
        .bare: "BareWord", .single: "SingleQuoted", .double: "DoubleQuoted", .hereSingle: "SingleQuotedHereString",
        .hereDouble: "DoubleQuotedHereString",
    ]

    private static let unary: [UnaryExpression.Operator: String] = [
        .plus: "Plus", .minus: "Minus", .not: "Not", .bitwiseNot: "Bnot", .join: "Join", .split: "Isplit",
        .caseSensitiveSplit: "Csplit", .preIncrement: "PlusPlus", .preDecrement: "MinusMinus",
        .postIncrement: "PostfixPlusPlus", .postDecrement: "PostfixMinusMinus",
    ]

    private static let operators: [BinaryOperator.Kind: String] = [
        .add: "Plus", .subtract: "Minus", .multiply: "Multiply", .divide: "Divide", .remainder: "Rem", .range: "DotDot",
        .format: "Format", .coalesce: "QuestionQuestion", .and: "And", .or: "Or", .xor: "Xor", .bitwiseAnd: "Band",
        .bitwiseOr: "Bor", .bitwiseXor: "Bxor", .shiftLeft: "Shl", .shiftRight: "Shr", .join: "Join", .is: "Is",
        .isNot: "IsNot", .as: "As",
    ]

    /// The operators with a case-sensitive form, whose token kind starts with I or C: `Ieq`, `Ceq`.
    private static let comparisons: [BinaryOperator.Kind: String] = [
        .equal: "eq", .notEqual: "ne", .greater: "gt", .greaterOrEqual: "ge", .less: "lt", .lessOrEqual: "le", .like: "like",
        .notLike: "notlike", .match: "match", .notMatch: "notmatch", .replace: "replace", .contains: "contains",
        .notContains: "notcontains", .in: "in", .notIn: "notin", .split: "split",
    ]

    private static func name(of node: BinaryOperator) -> String {
        if let name = operators[node.kind] { return name }
        return (node.isCaseSensitive ? "C" : "I") + (comparisons[node.kind] ?? "")
    }
}
