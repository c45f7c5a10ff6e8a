/// Prints a tree as compact S-expressions, for tests and for debugging the parser.
///
/// `$x.a + 1` becomes `(+ (. $x a) 1)`. A command is `(cmd name arguments…)`. Quoted strings keep their quotes, bare words have
/// none.
public struct ASTDump {
    /// The S-expressions of a script's statements.
    public static func dump(_ script: ScriptBlockSyntax) -> String { ASTDump().body(script) }
    /// The S-expression of a statement.
    public static func dump(_ statement: Statement) -> String { ASTDump().statement(statement) }
    /// The S-expression of an expression.
    public static func dump(_ expression: Expression) -> String { ASTDump().expression(expression) }

    private func node(_ name: String, _ parts: [String]) -> String {
        "(" + ([name] + parts.filter { !$0.isEmpty }).joined(separator: " ") + ")"
    }

    // MARK: Blocks

    func body(_ script: ScriptBlockSyntax) -> String {
        var parts: [String] = script.usings.map {
            node("using", ["\($0.kind)", $0.specification.map { hashtable($0) } ?? $0.name])
        }
        parts += script.attributes.map(attribute)
        if let parameters = script.parameters { parts.append(node("param", parameters.map(parameter))) }
        if script.hasNamedBlocks {
            let named = [
                ("dynamicparam", script.dynamicParamBlock), ("begin", script.beginBlock), ("process", script.processBlock),
                ("end", script.endBlock), ("clean", script.cleanBlock),
            ]
            for case (let name, let block?) in named { parts.append(node(name, items(block))) }
        } else {
            if let block = script.processBlock { parts += items(block) }
            if let block = script.endBlock { parts += items(block) }
        }
        return parts.joined(separator: " ")
    }

    private func items(_ block: StatementBlock) -> [String] {
        block.traps.map { node("trap", [$0.type.map(type) ?? "", self.block($0.body)]) } + block.statements.map(statement)
    }

    private func block(_ block: StatementBlock) -> String { "{" + items(block).joined(separator: " ") + "}" }

    private func parameter(_ parameter: ParameterSyntax) -> String {
        let prefix = parameter.attributes.map(attribute) + parameter.types.map(type)
        let value = parameter.defaultValue.map { "=" + expression($0) } ?? ""
        return (prefix + ["$" + parameter.name]).joined() + value
    }

    private func attribute(_ attribute: AttributeSyntax) -> String {
        let arguments =
            attribute.positionalArguments.map(expression)
            + attribute.namedArguments.map { $0.name + ($0.value.map { "=" + expression($0) } ?? "") }
        return "[" + typeName(attribute.name) + "(" + arguments.joined(separator: " ") + ")]"
    }

    private func type(_ type: TypeSyntax) -> String { "[" + typeName(type) + "]" }

    private func typeName(_ type: TypeSyntax) -> String {
        var text = type.name
        if !type.genericArguments.isEmpty { text += "<" + type.genericArguments.map(typeName).joined(separator: ",") + ">" }
        for rank in type.arrayRanks { text += "[" + String(repeating: ",", count: max(0, rank - 1)) + "]" }
        return text
    }

    // MARK: Statements

    func statement(_ statement: Statement) -> String {
        switch statement {
        case .pipeline(let pipeline): return self.pipeline(pipeline)
        case .chain(let chain):
            let links = chain.links.map { ($0.runsOnSuccess ? "&& " : "|| ") + pipeline($0.pipeline) }
            return node("chain", [pipeline(chain.first)] + links + [chain.isBackground ? "&" : ""])
        case .assignment(let node):
            return self.node(operatorText(node.operator), [target(node.target), self.statement(node.value)])
        case .if(let node):
            let clauses = node.clauses.flatMap { [self.statement($0.condition), block($0.body)] }
            return self.node("if", clauses + [node.elseBlock.map { "else " + block($0) } ?? ""])
        case .while(let node): return self.node(labelled("while", node.label), [self.statement(node.condition), block(node.body)])
        case .do(let node):
            return self.node(
                labelled("do", node.label), [block(node.body), node.isUntil ? "until" : "while", self.statement(node.condition)]
            )
        case .for(let node):
            let parts = [node.initializer, node.condition, node.iterator].map { $0.map(self.statement) ?? "_" }
            return self.node(labelled("for", node.label), parts + [block(node.body)])
        case .forEach(let node):
            return self.node(
                labelled("foreach", node.label), [variable(node.variable), self.statement(node.collection), block(node.body)]
            )
        case .switch(let node): return switchStatement(node)
        case .break(let node): return self.node("break", [node.label.map(expression) ?? ""])
        case .continue(let node): return self.node("continue", [node.label.map(expression) ?? ""])
        case .return(let node): return self.node("return", [node.value.map(self.statement) ?? ""])
        case .exit(let node): return self.node("exit", [node.value.map(self.statement) ?? ""])
        case .throw(let node): return self.node("throw", [node.value.map(self.statement) ?? ""])
        case .try(let node):
            let catches = node.catches.map { self.node("catch", $0.types.map(type) + [block($0.body)]) }
            return self.node("try", [block(node.body)] + catches + [node.finally.map { "finally " + block($0) } ?? ""])
        case .trap(let node): return self.node("trap", [node.type.map(type) ?? "", block(node.body)])
        case .function(let node):
            return self.node(node.isFilter ? "filter" : "function", [node.name, body(node.body)])
        case .class(let node): return classDefinition(node)
        case .enum(let node):
            let members = node.members.map { $0.name + ($0.value.map { "=" + expression($0) } ?? "") }
            return self.node("enum", node.attributes.map(attribute) + [node.name, node.underlyingType.map(type) ?? ""] + members)
        case .data(let node):
            return self.node("data", [node.variable ?? ""] + node.supportedCommands.map(expression) + [block(node.body)])
        case .error: return "(error)"
        }
    }

    private func labelled(_ keyword: String, _ label: String?) -> String { label.map { keyword + ":" + $0 } ?? keyword }

    private func switchStatement(_ statement: SwitchStatement) -> String {
        var flags: [String] = []
        if statement.matching != .exact { flags.append("-\(statement.matching)") }
        if statement.isCaseSensitive { flags.append("-case") }
        if statement.isFile { flags.append("-file") }
        let clauses = statement.clauses.map { expression($0.condition) + " " + block($0.body) }
        return node(
            labelled("switch", statement.label),
            flags + [self.statement(statement.input)] + clauses + [statement.defaultBlock.map { "default " + block($0) } ?? ""]
        )
    }

    private func classDefinition(_ definition: ClassDefinition) -> String {
        let properties = definition.properties.map { property in
            node(
                "property",
                property.attributes.map(attribute) + [
                    property.isHidden ? "hidden" : "", property.isStatic ? "static" : "", property.type.map(type) ?? "",
                    "$" + property.name, property.initialValue.map(expression) ?? "",
                ]
            )
        }
        let methods = definition.methods.map { method in
            node(
                method.isConstructor ? "constructor" : "method",
                method.attributes.map(attribute) + [
                    method.isHidden ? "hidden" : "", method.isStatic ? "static" : "", method.returnType.map(type) ?? "",
                    method.name,
                    method.baseArguments.map { node("base", $0.map(expression)) } ?? "", body(method.body),
                ]
            )
        }
        return node(
            "class",
            definition.attributes.map(attribute) + [definition.name] + definition.baseTypes.map(type) + properties + methods)
    }

    private func operatorText(_ assignment: Assignment.Operator) -> String {
        switch assignment {
        case .assign: "="
        case .add: "+="
        case .subtract: "-="
        case .multiply: "*="
        case .divide: "/="
        case .remainder: "%="
        case .coalesce: "??="
        }
    }

    private func target(_ target: AssignmentTarget) -> String {
        switch target {
        case .variable(let variable, let types, let attributes):
            attributes.map(attribute).joined() + types.map(type).joined() + self.variable(variable)
        case .member(let member, let types): types.map(type).joined() + expression(.member(member))
        case .index(let index, let types): types.map(type).joined() + expression(.index(index))
        case .list(let targets, _): node("list", targets.map(self.target))
        }
    }

    // MARK: Pipelines

    private func pipeline(_ pipeline: Pipeline) -> String {
        let elements = pipeline.elements.map(element)
        if elements.count == 1, !pipeline.isBackground { return elements[0] }
        return node("pipe", elements + [pipeline.isBackground ? "&" : ""])
    }

    private func element(_ element: PipelineElement) -> String {
        switch element {
        case .expression(let expression, let redirections):
            redirections.isEmpty
                ? self.expression(expression) : node("redirect", [self.expression(expression)] + redirections.map(redirection))
        case .command(let command): self.command(command)
        }
    }

    private func command(_ command: CommandSyntax) -> String {
        let sign =
            switch command.invocation {
            case .none: "cmd"
            case .call: "&"
            case .dot: "."
            }
        return node(sign, [expression(command.name)] + command.elements.map(commandElement) + command.redirections.map(redirection))
    }

    private func commandElement(_ element: CommandElement) -> String {
        switch element {
        case .parameter(let parameter):
            parameter.text + (parameter.hasSpaceAfterColon ? " " : "") + (parameter.argument.map(expression) ?? "")
        case .argument(let argument): expression(argument)
        case .endOfParameters: "--"
        case .verbatim(let verbatim): "--%<" + verbatim.text + ">"
        }
    }

    private func redirection(_ redirection: Redirection) -> String {
        let stream = redirection.stream == .all ? "*" : String(redirection.stream.rawValue)
        return switch redirection.target {
        case .file(let file, let append): stream + (append ? ">>" : ">") + expression(file)
        case .merge(let into): stream + ">&" + String(into.rawValue)
        }
    }

    // MARK: Expressions

    func expression(_ expression: Expression) -> String {
        switch expression {
        case .number(let number): return self.number(number.value)
        case .string(let constant): return string(constant.value, constant.kind)
        case .expandableString(let node): return self.node("str", node.parts.map(part))
        case .variable(let node): return variable(node)
        case .type(let node): return type(node)
        case .convert(let node): return self.node("cast", [type(node.type), self.expression(node.operand)])
        case .attributed(let node): return self.node("attr", [attribute(node.attribute), self.expression(node.operand)])
        case .unary(let node): return self.node("\(node.operator)", [self.expression(node.operand)])
        case .binary(let node):
            return node.terms.dropFirst().reduce(
                self.node(
                    name(node.terms.first?.operator),
                    [self.expression(node.first), node.terms.first.map { self.expression($0.operand) } ?? ""])
            ) { self.node(name($1.operator), [$0, self.expression($1.operand)]) }
        case .ternary(let node):
            return self.node(
                "?:", [self.expression(node.condition), self.expression(node.whenTrue), self.expression(node.whenFalse)])
        case .array(let node): return self.node(",", node.elements.map(self.expression))
        case .arraySubexpression(let node): return self.node("@", items(node.body))
        case .subexpression(let node): return self.node("$", items(node.body))
        case .paren(let node): return self.node("paren", [statement(node.statement)])
        case .hashtable(let node): return hashtable(node)
        case .scriptBlock(let node): return "{" + body(node) + "}"
        case .member(let node):
            return self.node(
                link(node.isStatic, node.isNullConditional), [self.expression(node.target), self.expression(node.member)])
        case .call(let node):
            let generics =
                node.genericArguments.isEmpty ? "" : "<" + node.genericArguments.map(typeName).joined(separator: ",") + ">"
            return self.node(
                "call" + link(node.isStatic, node.isNullConditional),
                [self.expression(node.target), self.expression(node.member) + generics] + node.arguments.map(self.expression)
            )
        case .index(let node):
            return self.node(node.isNullConditional ? "?[]" : "[]", [self.expression(node.target), self.expression(node.index)])
        case .error: return "(error)"
        }
    }

    private func link(_ isStatic: Bool, _ isNullConditional: Bool) -> String { isStatic ? "::" : isNullConditional ? "?." : "." }

    private func part(_ part: ExpandableString.Part) -> String {
        switch part {
        case .text(let text): quoted(text, "\"")
        case .expression(let expression): self.expression(expression)
        }
    }

    private func variable(_ variable: VariableReference) -> String {
        (variable.isSplatted ? "@" : "$") + (variable.scope.map { $0 + ":" } ?? "") + variable.name
    }

    private func hashtable(_ table: HashtableLiteral) -> String {
        "@{" + table.entries.map { expression($0.key) + "=" + statement($0.value) }.joined(separator: " ") + "}"
    }

    private func string(_ value: String, _ kind: StringKind) -> String {
        switch kind {
        case .bare: value
        case .single, .hereSingle: quoted(value, "'")
        case .double, .hereDouble: quoted(value, "\"")
        }
    }

    private func quoted(_ value: String, _ quote: Character) -> String {
        var text = String(quote)
        for character in value {
            switch character {
            case "\n": text += "\\n"
            case "\r\n": text += "\\r\\n"
            case "\t": text += "\\t"
            default: text.append(character)
            }
        }
        text.append(quote)
        return text
    }

    private func name(_ binary: BinaryOperator?) -> String {
        guard let binary else { return "" }
        let prefix = binary.writtenCase == .sensitive ? "c" : binary.writtenCase == .insensitive ? "i" : ""
        return switch binary.kind {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .range: ".."
        case .coalesce: "??"
        default: prefix + "\(binary.kind)"
        }
    }

    private func number(_ literal: NumberLiteral) -> String {
        switch literal {
        case .int8(let value): "\(value)y"
        case .uint8(let value): "\(value)uy"
        case .int16(let value): "\(value)s"
        case .uint16(let value): "\(value)us"
        case .int32(let value): "\(value)"
        case .uint32(let value): "\(value)u"
        case .int64(let value): "\(value)l"
        case .uint64(let value): "\(value)ul"
        case .double(let value): "\(value)"
        case .decimal(let value): (value.isNegative ? "-" : "") + "\(value.magnitude)e-\(value.scale)d"
        case .bigInteger(let value):
            (value.isNegative ? "-" : "") + "0x"
                + (value.words.isEmpty
                    ? "0"
                    : value.words.reversed().enumerated().map {
                        let digits = String($1, radix: 16)
                        return $0 == 0 ? digits : String(repeating: "0", count: 16 - digits.count) + digits
                    }.joined()) + "n"
        }
    }
}
