import SourceText
import Syntax
import Values

extension AstNode {
    /// A statement as a node; a chain of pipelines is nested.
    static func of(_ statement: Statement) -> AstNode {
        if case .chain(let node) = statement { return .chain(node, links: node.links.count) }
        return .statement(statement)
    }

    static func shape(_ statement: Statement) -> AstShape {
        switch statement {
        case .pipeline(let node):
            AstShape(
                "PipelineAst",
                [("PipelineElements", .nodes(node.elements.map { .element($0) })), ("Background", .flag(node.isBackground))])
        case .chain(let node): shape(node, node.links.count)
        case .assignment(let node):
            AstShape(
                "AssignmentStatementAst",
                [
                    ("Left", .node(.target(node.target))), ("Operator", .text(assignments[node.operator])),
                    ("Right", .node(assigned(node.value))),
                ])
        case .if(let node):
            AstShape(
                "IfStatementAst",
                [
                    ("Clauses", .pairs(node.clauses.map { (of($0.condition), .block($0.body)) })),
                    ("ElseClause", .block(node.elseBlock)),
                ])
        case .while(let node): loop("WhileStatementAst", node.label, node.condition, node.body)
        case .do(let node):
            loop(node.isUntil ? "DoUntilStatementAst" : "DoWhileStatementAst", node.label, node.condition, node.body)
        case .for(let node):
            AstShape(
                "ForStatementAst",
                [
                    ("Label", .text(node.label)), ("Initializer", .statement(node.initializer)),
                    ("Condition", .statement(node.condition)), ("Iterator", .statement(node.iterator)),
                    ("Body", .block(node.body)),
                ])
        case .forEach(let node):
            AstShape(
                "ForEachStatementAst",
                [
                    ("Label", .text(node.label)), ("Variable", .expression(.variable(node.variable))),
                    ("Condition", .statement(node.collection)), ("Body", .block(node.body)),
                ])
        case .switch(let node):
            AstShape(
                "SwitchStatementAst",
                [
                    ("Label", .text(node.label)), ("Condition", .statement(node.input)),
                    ("Clauses", .pairs(node.clauses.map { (of($0.condition), .block($0.body)) })),
                    ("Default", .block(node.defaultBlock)),
                ])
        case .break(let node): AstShape("BreakStatementAst", [("Label", .expression(node.label))])
        case .continue(let node): AstShape("ContinueStatementAst", [("Label", .expression(node.label))])
        case .return(let node): AstShape("ReturnStatementAst", [("Pipeline", .statement(node.value))])
        case .exit(let node): AstShape("ExitStatementAst", [("Pipeline", .statement(node.value))])
        case .throw(let node):
            AstShape("ThrowStatementAst", [("Pipeline", .statement(node.value)), ("IsRethrow", .flag(node.value == nil))])
        case .try(let node):
            AstShape(
                "TryStatementAst",
                [
                    ("Body", .block(node.body)), ("CatchClauses", .nodes(node.catches.map { .catchClause($0) })),
                    ("Finally", .block(node.finally)),
                ])
        case .trap(let node):
            AstShape("TrapStatementAst", [("TrapType", .node(node.type.map { .typeConstraint($0) })), ("Body", .block(node.body))])
        case .function(let node):
            AstShape(
                "FunctionDefinitionAst",
                [
                    ("Name", .text(node.name)), ("IsFilter", .flag(node.isFilter)), ("IsWorkflow", .flag(false)),
                    ("Parameters", parametersBehindName(node)), ("Body", .node(.scriptBlock(node.body))),
                ])
        case .class(let node):
            AstShape(
                "TypeDefinitionAst",
                [
                    ("Name", .text(node.name)), ("Attributes", .nodes(node.attributes.map { .attribute($0) })),
                    ("BaseTypes", .nodes(node.baseTypes.map { .typeConstraint($0) })),
                    ("Members", .nodes(node.properties.map { .property($0) } + node.methods.map { .method($0) })),
                    ("IsClass", .flag(true)), ("IsEnum", .flag(false)), ("IsInterface", .flag(false)),
                ])
        case .enum(let node):
            AstShape(
                "TypeDefinitionAst",
                [
                    ("Name", .text(node.name)), ("Attributes", .nodes(node.attributes.map { .attribute($0) })),
                    ("BaseTypes", .nodes(node.underlyingType.map { [.typeConstraint($0)] } ?? [])),
                    ("Members", .nodes(node.members.map { .enumMember($0) })),
                    ("IsClass", .flag(false)), ("IsEnum", .flag(true)), ("IsInterface", .flag(false)),
                ])
        case .data(let node):
            AstShape(
                "DataStatementAst",
                [
                    ("Variable", .text(node.variable)), ("CommandsAllowed", .nodes(node.supportedCommands.map { of($0) })),
                    ("Body", .block(node.body)),
                ])
        case .error: AstShape("ErrorStatementAst")
        }
    }

    private static func loop(_ type: String, _ label: String?, _ condition: Statement, _ body: StatementBlock) -> AstShape {
        AstShape(type, [("Label", .text(label)), ("Condition", .statement(condition)), ("Body", .block(body))])
    }

    private static func parametersBehindName(_ node: FunctionDefinition) -> AstField {
        guard let parameters = node.body.parameters, parameters.allSatisfy({ $0.span.start < node.body.bodySpan.start }) else {
            return .value(.null)
        }
        return parameters.isEmpty ? .value(.null) : .nodes(parameters.map { .parameter($0) })
    }

    private static func assigned(_ value: Statement) -> AstNode {
        if case .pipeline(let pipeline) = value, pipeline.elements.count == 1, case .expression = pipeline.elements[0] {
            return .element(pipeline.elements[0])
        }
        return of(value)
    }

    private static let assignments: [Assignment.Operator: String] = [
        .assign: "Equals", .add: "PlusEquals", .subtract: "MinusEquals", .multiply: "MultiplyEquals", .divide: "DivideEquals",
        .remainder: "RemainderEquals", .coalesce: "QuestionQuestionEquals",
    ]

    static func shape(_ node: PipelineChain, _ links: Int) -> AstShape {
        guard links > 0 else { return shape(.pipeline(node.first)) }
        return AstShape(
            "PipelineChainAst",
            [
                (
                    "LhsPipelineChain",
                    .node(links == 1 ? .statement(.pipeline(node.first)) : .chain(node, links: links - 1))
                ),
                ("RhsPipeline", .node(.statement(.pipeline(node.links[links - 1].pipeline)))),
                ("Operator", .text(node.links[links - 1].runsOnSuccess ? "AndAnd" : "OrOr")),
                ("Background", .flag(node.isBackground && links == node.links.count)),
            ])
    }

    static func shape(_ element: PipelineElement) -> AstShape {
        switch element {
        case .expression(let expression, let redirections):
            return AstShape(
                "CommandExpressionAst",
                [("Expression", .expression(expression)), ("Redirections", .nodes(redirections.map { .redirection($0) }))])
        case .command(let node):
            let operators = ["Unknown", "Ampersand", "Dot"]
            let place = node.invocation == .none ? 0 : node.invocation == .call ? 1 : 2
            return AstShape(
                "CommandAst",
                [
                    ("CommandElements", .nodes([of(node.name)] + node.elements.map { of($0) })),
                    ("InvocationOperator", .text(operators[place])),
                    ("Redirections", .nodes(node.redirections.map { .redirection($0) })), ("DefiningKeyword", .value(.null)),
                ])
        }
    }

    private static func of(_ element: CommandElement) -> AstNode {
        switch element {
        case .parameter(let node): .commandParameter(node)
        case .argument(let node): of(node)
        case .endOfParameters(let span): .word("--", span)
        case .verbatim(let node): .word(node.text, node.span)
        }
    }

    static func shape(_ node: Redirection) -> AstShape {
        let names = ["All", "Output", "Error", "Warning", "Verbose", "Debug", "Information"]
        let stream = AstField.text(names[node.stream.rawValue])
        switch node.target {
        case .file(let target, let append):
            return AstShape(
                "FileRedirectionAst", [("FromStream", stream), ("Location", .expression(target)), ("Append", .flag(append))])
        case .merge(let target):
            return AstShape("MergingRedirectionAst", [("FromStream", stream), ("ToStream", .text(names[target.rawValue]))])
        }
    }
}
