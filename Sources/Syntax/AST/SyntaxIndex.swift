import SourceText

/// All nodes of a tree in one array, each with the index of its parent. Completion uses it to find what stands at the cursor and
/// what surrounds that.
///
/// The tree itself has no links to parents: only completion needs them.
public struct SyntaxIndex: Sendable {
    /// The syntax node itself.
    public enum Content: Sendable {
        case script(ScriptBlockSyntax)
        case using(UsingStatement)
        case block(StatementBlock)
        case statement(Statement)
        case pipeline(Pipeline)
        case command(CommandSyntax)
        case commandParameter(CommandParameter)
        case redirection(Redirection)
        case expression(Expression)
        case entry(HashtableLiteral.Entry)
        case parameter(ParameterSyntax)
        case attribute(AttributeSyntax)
        case attributeArgument(NamedAttributeArgument)
        case type(TypeSyntax)
        case property(PropertyMember)
        case method(MethodMember)
        case switchClause(SwitchClause)
    }

    /// A node in the array.
    public struct Node: Sendable {
        /// The syntax node.
        public let content: Content
        /// The extent in the file.
        public let span: SourceSpan
        /// The index of the parent; nil for the whole text.
        public let parent: Int?
    }

    /// The nodes, parents before their children, in the order of the text.
    public private(set) var nodes: [Node] = []
    private var parent: Int?

    /// Indexes all nodes of a script.
    public init(_ script: ScriptBlockSyntax) { add(script) }

    /// The index of the innermost node that contains a place or ends there; nil if there is none.
    /// - Parameter place: a UTF-8 offset.
    public func innermost(at place: Int) -> Int? {
        let offset = UInt32(clamping: place)
        return nodes.indices.last { nodes[$0].span.start <= offset && offset <= nodes[$0].span.end }
    }

    /// The indices of a node and of all nodes around it, the innermost first.
    /// - Parameter place: the node's index.
    public func path(from place: Int) -> [Int] {
        var path: [Int] = []
        var next: Int? = place
        while let here = next, nodes.indices.contains(here) {
            path.append(here)
            next = nodes[here].parent
        }
        return path
    }

    private mutating func within(_ content: Content, _ span: SourceSpan, _ body: (inout SyntaxIndex) -> Void = { _ in }) {
        nodes.append(Node(content: content, span: span, parent: parent))
        let outer = parent
        parent = nodes.count - 1
        body(&self)
        parent = outer
    }

    // MARK: Blocks

    private mutating func add(_ script: ScriptBlockSyntax) {
        within(.script(script), script.span) { index in
            for using in script.usings {
                index.within(.using(using), using.span) { if let table = using.specification { $0.add(.hashtable(table)) } }
            }
            for attribute in script.attributes { index.add(attribute) }
            for parameter in script.parameters ?? [] { index.add(parameter) }
            let blocks = [
                script.dynamicParamBlock, script.beginBlock, script.processBlock, script.endBlock, script.cleanBlock,
            ]
            for case let block? in blocks { index.add(block) }
        }
    }

    private mutating func add(_ block: StatementBlock) {
        within(.block(block), block.span) { index in
            for trap in block.traps { index.add(.trap(trap)) }
            for statement in block.statements { index.add(statement) }
        }
    }

    private mutating func add(_ parameter: ParameterSyntax) {
        within(.parameter(parameter), parameter.span) { index in
            for attribute in parameter.attributes { index.add(attribute) }
            for type in parameter.types { index.add(type) }
            if let value = parameter.defaultValue { index.add(value) }
        }
    }

    private mutating func add(_ attribute: AttributeSyntax) {
        within(.attribute(attribute), attribute.span) { index in
            index.add(attribute.name)
            for argument in attribute.positionalArguments { index.add(argument) }
            for argument in attribute.namedArguments {
                index.within(.attributeArgument(argument), argument.span) { if let value = argument.value { $0.add(value) } }
            }
        }
    }

    private mutating func add(_ type: TypeSyntax) {
        within(.type(type), type.span) { index in for argument in type.genericArguments { index.add(argument) } }
    }

    // MARK: Statements

    private mutating func add(_ statement: Statement) {
        within(.statement(statement), statement.span) { $0.addParts(of: statement) }
    }

    private mutating func addParts(of statement: Statement) {
        switch statement {
        case .pipeline(let node): add(node)
        case .chain(let node):
            add(node.first)
            for link in node.links { add(link.pipeline) }
        case .assignment(let node):
            add(node.target)
            add(node.value)
        case .if(let node):
            for clause in node.clauses {
                add(clause.condition)
                add(clause.body)
            }
            if let block = node.elseBlock { add(block) }
        case .while(let node):
            add(node.condition)
            add(node.body)
        case .do(let node):
            add(node.body)
            add(node.condition)
        case .for(let node):
            for case let part? in [node.initializer, node.condition, node.iterator] { add(part) }
            add(node.body)
        case .forEach(let node):
            add(.variable(node.variable))
            add(node.collection)
            add(node.body)
        case .switch(let node): addParts(of: node)
        case .break(let node), .continue(let node): if let label = node.label { add(label) }
        case .return(let node), .exit(let node), .throw(let node): if let value = node.value { add(value) }
        case .try(let node):
            add(node.body)
            for clause in node.catches {
                for type in clause.types { add(type) }
                add(clause.body)
            }
            if let block = node.finally { add(block) }
        case .trap(let node):
            if let type = node.type { add(type) }
            add(node.body)
        case .function(let node): add(node.body)
        case .class(let node): addParts(of: node)
        case .enum(let node):
            for attribute in node.attributes { add(attribute) }
            for case let value? in node.members.map(\.value) { add(value) }
        case .data(let node):
            for command in node.supportedCommands { add(command) }
            add(node.body)
        case .error: break
        }
    }

    private mutating func addParts(of node: SwitchStatement) {
        add(node.input)
        for clause in node.clauses {
            within(.switchClause(clause), clause.condition.span.union(clause.body.span)) { index in
                index.add(clause.condition)
                index.add(clause.body)
            }
        }
        if let block = node.defaultBlock { add(block) }
    }

    private mutating func addParts(of node: ClassDefinition) {
        for attribute in node.attributes { add(attribute) }
        for type in node.baseTypes { add(type) }
        for property in node.properties {
            within(.property(property), property.span) { index in
                for attribute in property.attributes { index.add(attribute) }
                if let type = property.type { index.add(type) }
                if let value = property.initialValue { index.add(value) }
            }
        }
        for method in node.methods {
            within(.method(method), method.span) { index in
                if let type = method.returnType { index.add(type) }
                for argument in method.baseArguments ?? [] { index.add(argument) }
                index.add(method.body)
            }
        }
    }

    private mutating func add(_ target: AssignmentTarget) {
        switch target {
        case .variable(let variable, let types, let attributes):
            for attribute in attributes { add(attribute) }
            for type in types { add(type) }
            add(.variable(variable))
        case .member(let member, let types):
            for type in types { add(type) }
            add(.member(member))
        case .index(let node, let types):
            for type in types { add(type) }
            add(.index(node))
        case .list(let targets, _): for target in targets { add(target) }
        }
    }

    // MARK: Pipelines

    private mutating func add(_ pipeline: Pipeline) {
        within(.pipeline(pipeline), pipeline.span) { index in
            for element in pipeline.elements {
                switch element {
                case .command(let command): index.add(command)
                case .expression(let expression, let redirections):
                    index.add(expression)
                    for redirection in redirections { index.add(redirection) }
                }
            }
        }
    }

    private mutating func add(_ command: CommandSyntax) {
        within(.command(command), command.span) { index in
            index.add(command.name)
            for element in command.elements {
                switch element {
                case .parameter(let parameter):
                    let span = parameter.argument.map { parameter.span.union($0.span) } ?? parameter.span
                    index.within(.commandParameter(parameter), span) { if let value = parameter.argument { $0.add(value) } }
                case .argument(let argument): index.add(argument)
                case .endOfParameters, .verbatim: break
                }
            }
            for redirection in command.redirections { index.add(redirection) }
        }
    }

    private mutating func add(_ redirection: Redirection) {
        within(.redirection(redirection), redirection.span) { index in
            if case .file(let file, _) = redirection.target { index.add(file) }
        }
    }

    // MARK: Expressions

    private mutating func add(_ expression: Expression) {
        within(.expression(expression), expression.span) { $0.addParts(of: expression) }
    }

    private mutating func addParts(of expression: Expression) {
        switch expression {
        case .number, .string, .variable, .error: break
        case .expandableString(let node):
            for case .expression(let part) in node.parts { add(part) }
        case .type(let node): add(node)
        case .convert(let node):
            add(node.type)
            add(node.operand)
        case .attributed(let node):
            add(node.attribute)
            add(node.operand)
        case .unary(let node): add(node.operand)
        case .binary(let node):
            add(node.first)
            for term in node.terms { add(term.operand) }
        case .ternary(let node): for part in [node.condition, node.whenTrue, node.whenFalse] { add(part) }
        case .array(let node): for element in node.elements { add(element) }
        case .arraySubexpression(let node), .subexpression(let node): add(node.body)
        case .paren(let node): add(node.statement)
        case .hashtable(let node):
            for entry in node.entries {
                within(.entry(entry), entry.key.span.union(entry.value.span)) { index in
                    index.add(entry.key)
                    index.add(entry.value)
                }
            }
        case .scriptBlock(let node): add(node)
        case .member(let node):
            add(node.target)
            add(node.member)
        case .call(let node):
            add(node.target)
            add(node.member)
            for type in node.genericArguments { add(type) }
            for argument in node.arguments { add(argument) }
        case .index(let node):
            add(node.target)
            add(node.index)
        }
    }
}
