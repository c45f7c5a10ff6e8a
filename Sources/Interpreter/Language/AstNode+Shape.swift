import SourceText
import Syntax
import Values

extension AstNode {
    /// The class and properties of the node.
    /// - Parameter file: the node's text, for the few extents that the parser's tree does not keep.
    func shape(in file: SourceFile) -> AstShape {
        switch self {
        case .scriptBlock(let node): return Self.shape(node, file)
        case .paramBlock(let node, _):
            return AstShape(
                "ParamBlockAst",
                [
                    ("Attributes", .nodes(node.attributes.map { .attribute($0) })),
                    ("Parameters", .nodes((node.parameters ?? []).map { .parameter($0) })),
                ])
        case .parameter(let node):
            return AstShape(
                "ParameterAst",
                [
                    ("Attributes", .nodes(node.attributes.map { .attribute($0) } + node.types.map { .typeConstraint($0) })),
                    ("Name", .node(.variable(node.name, node.nameSpan))),
                    ("DefaultValue", .expression(node.defaultValue)),
                    ("StaticType", .value(Self.type(node.types.last))),
                ])
        case .namedBlock(let node, let kind, let isUnnamed):
            return AstShape(
                "NamedBlockAst",
                [
                    ("Unnamed", .flag(isUnnamed)), ("BlockKind", .text(kind)),
                    ("Statements", .nodes(node.statements.filter { !$0.isTrap }.map { Self.of($0) })),
                    ("Traps", .nodes(node.traps.map { .statement(.trap($0)) })),
                ])
        case .block(let node):
            return AstShape(
                "StatementBlockAst",
                [
                    ("Statements", .nodes(node.statements.filter { !$0.isTrap }.map { Self.of($0) })),
                    ("Traps", .nodes(node.traps.map { .statement(.trap($0)) })),
                ])
        case .statement(let node): return Self.shape(node)
        case .element(let node): return Self.shape(node)
        case .chain(let node, let links): return Self.shape(node, links)
        case .commandParameter(let node):
            return AstShape(
                "CommandParameterAst", [("ParameterName", .text(node.name)), ("Argument", .expression(node.argument))])
        case .redirection(let node): return Self.shape(node)
        case .expression(let node): return Self.shape(node, file)
        case .binary(let node, let terms): return Self.shape(node, terms)
        case .target(let node): return Self.shape(node)
        case .catchClause(let node):
            return AstShape(
                "CatchClauseAst",
                [
                    ("CatchTypes", .nodes(node.types.map { .typeConstraint($0) })), ("IsCatchAll", .flag(node.types.isEmpty)),
                    ("Body", .block(node.body)),
                ])
        case .attribute(let node):
            return AstShape(
                "AttributeAst",
                [
                    ("TypeName", .value(Self.typeName(node.name))),
                    ("PositionalArguments", .nodes(node.positionalArguments.map { Self.of($0) })),
                    ("NamedArguments", .nodes(node.namedArguments.map { .namedArgument($0) })),
                ])
        case .namedArgument(let node):
            let argument: AstNode = node.value.map { Self.of($0) } ?? .word("True", node.span)
            return AstShape(
                "NamedAttributeArgumentAst",
                [
                    ("ArgumentName", .text(node.name)), ("Argument", .node(argument)),
                    ("ExpressionOmitted", .flag(node.value == nil)),
                ])
        case .typeConstraint(let node): return AstShape("TypeConstraintAst", [("TypeName", .value(Self.typeName(node)))])
        case .property(let node):
            return AstShape(
                "PropertyMemberAst",
                [
                    ("Name", .text(node.name)), ("Attributes", .nodes(node.attributes.map { .attribute($0) })),
                    ("PropertyType", .node(node.type.map { .typeConstraint($0) })),
                    ("InitialValue", .expression(node.initialValue)), ("IsStatic", .flag(node.isStatic)),
                    ("IsHidden", .flag(node.isHidden)), ("IsPublic", .flag(!node.isHidden)),
                ])
        case .enumMember(let node):
            return AstShape(
                "PropertyMemberAst",
                [("Name", .text(node.name)), ("InitialValue", .expression(node.value)), ("IsStatic", .flag(true))])
        case .method(let node):
            return AstShape(
                "FunctionMemberAst",
                [
                    ("Name", .text(node.name)), ("Attributes", .nodes(node.attributes.map { .attribute($0) })),
                    ("ReturnType", .node(node.returnType.map { .typeConstraint($0) })),
                    ("Parameters", .nodes((node.body.parameters ?? []).map { .parameter($0) })),
                    ("Body", .node(.scriptBlock(node.body))), ("Function", .node(.methodBody(node))),
                    ("IsStatic", .flag(node.isStatic)),
                    ("IsHidden", .flag(node.isHidden)), ("IsPublic", .flag(!node.isHidden)),
                    ("IsConstructor", .flag(node.isConstructor)),
                ])
        case .methodBody(let node):
            return AstShape(
                "FunctionDefinitionAst",
                [
                    ("Name", .text(node.name)), ("IsFilter", .flag(false)), ("IsWorkflow", .flag(false)),
                    ("Parameters", .value(.null)), ("Body", .node(.scriptBlock(node.body))),
                ])
        case .variable(let name, _):
            return AstShape("VariableExpressionAst", [("VariablePath", .value(Self.path(nil, name))), ("Splatted", .flag(false))])
        case .word(let text, _): return Self.constant(text, "BareWord")
        }
    }

    private static func shape(_ node: ScriptBlockSyntax, _ file: SourceFile) -> AstShape {
        let named = { (block: StatementBlock?, kind: String) -> AstField in
            .node(block.map { .namedBlock($0, kind: kind, isUnnamed: !node.hasNamedBlocks) })
        }
        return AstShape(
            "ScriptBlockAst",
            [
                ("ParamBlock", .node(paramBlock(of: node))), ("BeginBlock", named(node.beginBlock, "Begin")),
                ("ProcessBlock", named(node.processBlock, "Process")), ("EndBlock", named(node.endBlock, "End")),
                ("DynamicParamBlock", named(node.dynamicParamBlock, "Dynamicparam")),
                ("CleanBlock", named(node.cleanBlock, "Clean")),
            ])
    }

    /// The `param(…)` block, of which the parser keeps only the parameters; nil where they are written behind a function's name, or
    /// there are none.
    private static func paramBlock(of node: ScriptBlockSyntax) -> AstNode? {
        guard let parameters = node.parameters, parameters.allSatisfy({ $0.span.start >= node.bodySpan.start }) else { return nil }
        let attributes = node.attributes.map(\.span)
        let text = node.file.utf8
        let limit = min(Int(parameters.first?.span.start ?? node.bodySpan.end), text.count)
        // The span from the keyword before the first parameter to the parenthesis behind the last one.
        let word = Array("param".utf8)
        var start = limit
        while start > Int(node.bodySpan.start) {
            start -= 1
            if start + word.count <= limit, zip(text[start...], word).allSatisfy({ $0 | 0x20 == $1 }) { break }
        }
        var end = Int(parameters.last?.span.end ?? UInt32(clamping: start))
        while end < text.count, text[end] != UInt8(ascii: ")") { end += 1 }
        let span = attributes.reduce(SourceSpan(start: start, end: min(end + 1, text.count))) { $0.union($1) }
        return .paramBlock(node, span)
    }

    static func constant(_ text: String, _ kind: String, type: String = "StringConstantExpressionAst") -> AstShape {
        AstShape(type, [("Value", .text(text)), ("StringConstantType", .text(kind)), ("StaticType", .value(typeObject(.string)))])
    }

    static func typeObject(_ type: ObjectType) -> Value { .object(TypeObject(type)) }

    static func type(_ node: TypeSyntax?) -> Value {
        typeObject(node.flatMap { TypeNames.find($0, in: Compiler.knownTypes) } ?? .object)
    }

    /// A System.Management.Automation.Language.TypeName.
    static func typeName(_ node: TypeSyntax) -> Value {
        let text = TypeNames.text(node)
        return .object(
            CustomObject(
                [
                    ("FullName", .string(text)), ("Name", .string(text)), ("IsArray", .bool(!node.arrayRanks.isEmpty)),
                    ("IsGeneric", .bool(!node.genericArguments.isEmpty)),
                ], type: AstTypes.typeName))
    }
}

extension Statement {
    var isTrap: Bool {
        if case .trap = self { return true }
        return false
    }
}
