import SourceText

/// Pipelines, pipeline chains and assignments.
extension Parser {
    /// A pipeline, chain or assignment; nil without moving if none begins here.
    mutating func parsePipelineStatement() -> Statement? {
        guard enter() else {
            leave()
            return .error(span(from: position))
        }
        defer { leave() }
        if pendingBrackets == nil { skipTrivia() }
        let start = pendingBrackets?.start ?? position
        guard let head = parseElement(isFirst: true) else { return nil }
        if case .expression(let target, let redirections) = head, redirections.isEmpty,
            let (assignment, operatorSpan) = takeAssignmentOperator()
        {
            return parseAssignment(to: target, assignment, operatorSpan, start: start)
        }
        let first = parsePipelineRest(head, start: start)
        let (links, isBackground) = parseChainLinks()
        if links.isEmpty {
            return .pipeline(Pipeline(elements: first.elements, isBackground: isBackground, span: first.span))
        }
        return .chain(PipelineChain(first: first, links: links, isBackground: isBackground, span: span(from: start)))
    }

    /// The elements behind the first one: `| element | element`.
    private mutating func parsePipelineRest(_ head: PipelineElement, start: Int) -> Pipeline {
        var elements = [head]
        var stop = Int(head.span.end)
        while true {
            let afterElement = position
            skipNewlinesBeforePipe()
            guard peek() == Byte.pipe, peek(1) != Byte.pipe else {
                if newlineLength(at: position) == 0, peek() != Byte.pipe, peek() != Byte.ampersand { position = afterElement }
                break
            }
            let pipe = position
            position += 1
            record(.operator, from: pipe)
            skipNewlines()
            guard let element = parseElement(isFirst: false) else {
                reportMissing(.emptyPipeElement, at: SourceSpan(start: pipe, end: pipe + 1))
                stop = pipe + 1
                if peek() == Byte.pipe, peek(1) != Byte.pipe { continue }
                break
            }
            if case .expression(let expression, _) = element {
                report(.expressionsMustBeFirst, expression.span)
            }
            elements.append(element)
            stop = Int(element.span.end)
        }
        return Pipeline(elements: elements, isBackground: false, span: SourceSpan(start: start, end: stop))
    }

    private mutating func parseChainLinks() -> ([PipelineChain.Link], isBackground: Bool) {
        var links: [PipelineChain.Link] = []
        while true {
            let afterPipeline = position
            skipNewlinesBeforePipe()
            let isAnd = peek() == Byte.ampersand && peek(1) == Byte.ampersand
            let isOr = peek() == Byte.pipe && peek(1) == Byte.pipe
            guard isAnd || isOr else {
                if peek() == Byte.ampersand {
                    position += 1
                    record(.operator, from: position - 1)
                    return (links, true)
                }
                position = afterPipeline
                return (links, false)
            }
            let operatorStart = position
            position += 2
            record(.operator, from: operatorStart)
            skipNewlines()
            let start = position
            guard let head = parseElement(isFirst: true) else {
                reportMissing(
                    .emptyChainElement(isAnd ? "&&" : "||"), at: SourceSpan(start: operatorStart, end: operatorStart + 2)
                )
                return (links, false)
            }
            links.append(PipelineChain.Link(runsOnSuccess: isAnd, pipeline: parsePipelineRest(head, start: start)))
        }
    }

    /// An element of a pipeline: an expression with its redirections, or a command.
    private mutating func parseElement(isFirst: Bool) -> PipelineElement? {
        if pendingBrackets != nil || startsExpression() {
            let operatorCache = peekedOperator
            peekedOperator = (-1, nil)
            defer { peekedOperator = operatorCache }
            guard let expression = parseExpression() else { return nil }
            var redirections: [Redirection] = []
            skipTriviaBeforeRedirection()
            while let redirection = parseRedirection(after: redirections) {
                redirections.append(redirection)
                skipTriviaBeforeRedirection()
            }
            return .expression(expression, redirections: redirections)
        }
        return parseCommand().map { .command($0) }
    }

    /// Skips white space only if a redirection follows, so that an element's extent ends at its last word.
    private mutating func skipTriviaBeforeRedirection() {
        let start = position
        skipTrivia()
        if redirectionAhead() == nil { position = start }
    }

    // MARK: Assignment

    /// Consumes the assignment operator behind a target; nil without moving if there is none.
    private mutating func takeAssignmentOperator() -> (Assignment.Operator, span: SourceSpan)? {
        let afterTarget = position
        skipTrivia()
        let start = position
        let dash = dashLength(at: start)
        let found: (Assignment.Operator, length: Int)? =
            switch (peek(), peek(1)) {
            case (Byte.equals, _): (.assign, 1)
            case (Byte.plus, Byte.equals): (.add, 2)
            case (Byte.asterisk, Byte.equals): (.multiply, 2)
            case (Byte.slash, Byte.equals): (.divide, 2)
            case (Byte.percent, Byte.equals): (.remainder, 2)
            case (Byte.question, Byte.question) where peek(2) == Byte.equals: (.coalesce, 3)
            case _ where dash > 0 && byte(at: start + dash) == Byte.equals: (.subtract, dash + 1)
            default: nil
            }
        guard let (assignment, length) = found else {
            position = afterTarget
            return nil
        }
        position = start + length
        record(.operator, from: start)
        return (assignment, span(from: start))
    }

    private mutating func parseAssignment(
        to target: Expression, _ assignment: Assignment.Operator, _ operatorSpan: SourceSpan, start: Int
    ) -> Statement {
        if Self.target(target) == nil { report(.invalidLeftHandSide, target.span) }
        skipNewlines()
        guard let value = parseStatement() else {
            reportMissing(.expectedValueExpression(file.text(of: operatorSpan)), at: operatorSpan)
            return .error(span(from: start))
        }
        guard let target = Self.target(target) else { return .error(span(from: start)) }
        checkAutomaticVariable(target, SourceSpan(start: start, end: Int(value.span.end)))
        return .assignment(
            Assignment(
                target: target, operator: assignment, operatorSpan: operatorSpan, value: value,
                span: SourceSpan(start: start, end: Int(value.span.end))
            )
        )
    }

    /// The types that may be written before an automatic variable in an assignment; `System.` and namespaces may be omitted.
    private static let automaticTypes: [String: [String]] = [
        "_": ["object"], "this": ["object"], "input": ["object"], "args": ["object[]"], "pscmdlet": [], "psboundparameters": [],
        "myinvocation": ["management.automation.invocationinfo"], "psscriptroot": ["string"], "pscommandpath": ["string"],
    ]

    private mutating func checkAutomaticVariable(_ target: AssignmentTarget, _ span: SourceSpan) {
        guard case .variable(let variable, let types, _) = target, let type = types.last,
            variable.scope.map({ $0.lowercased() == "local" }) ?? true,
            let allowed = Self.automaticTypes[variable.name.lowercased()]
        else { return }
        let written = file.text(of: type.span).filter { $0 != " " }.lowercased()
        let name = String(written.dropFirst().dropLast())
        if !allowed.contains(where: { $0 == name || "system." + $0 == name || $0.hasSuffix("." + name) }) {
            report(.automaticVariableType(name: variable.name, type: String(file.text(of: type.span).dropFirst().dropLast())), span)
        }
    }

    private static func indexer(_ call: MethodCall) -> IndexExpression? {
        guard !call.isStatic, case .string(let name) = call.member, name.value.lowercased() == "item",
            let first = call.arguments.first
        else { return nil }
        let index = call.arguments.count == 1 ? first : .array(ArrayLiteral(elements: call.arguments, span: call.span))
        return IndexExpression(target: call.target, index: index, isNullConditional: call.isNullConditional, span: call.span)
    }

    /// The target of an assignment to an expression; nil if it cannot be assigned to. A call of an indexer by name,
    /// `$table.Item('a') = 1`, is an index.
    static func target(_ expression: Expression) -> AssignmentTarget? {
        switch expression {
        case .variable(let variable) where !variable.isSplatted: return .variable(variable, types: [], attributes: [])
        case .member(let member): return .member(member, types: [])
        case .index(let index): return .index(index, types: [])
        case .call(let call): return indexer(call).map { .index($0, types: []) }
        case .array(let array):
            let targets = array.elements.compactMap(target)
            return targets.count == array.elements.count ? .list(targets, array.span) : nil
        case .paren(let paren):
            guard case .pipeline(let pipeline) = paren.statement, pipeline.elements.count == 1,
                case .expression(let inner, let redirections) = pipeline.elements[0], redirections.isEmpty
            else { return nil }
            return target(inner)
        case .convert(let convert):
            switch target(convert.operand) {
            case .variable(let variable, let types, let attributes):
                return .variable(variable, types: [convert.type] + types, attributes: attributes)
            case .member(let member, let types): return .member(member, types: [convert.type] + types)
            case .index(let index, let types): return .index(index, types: [convert.type] + types)
            default: return nil
            }
        case .attributed(let attributed):
            guard case .variable(let variable, let types, let attributes)? = target(attributed.operand) else { return nil }
            return .variable(variable, types: types, attributes: [attributed.attribute] + attributes)
        default: return nil
        }
    }
}
