import CmdletKit
import SourceText
import Syntax
import Values

/// Lowers pipelines.
extension Compiler {
    /// A pipeline as a statement, whose output goes to the block's output.
    func pipelineStatement(_ node: Pipeline) -> Execute {
        if let plain = plainExpression(node) { return expressionStatement(plain) }
        return pipeline(node)
    }

    private func expressionStatement(_ expression: Expression) -> Execute {
        let value = stopping(expression.span, self.expression(expression))
        // `$i++` as a statement writes nothing; `($i++)` does.
        if case .unary(let node) = expression,
            [.preIncrement, .preDecrement, .postIncrement, .postDecrement].contains(node.operator)
        {
            return { frame in
                _ = try value(frame)
                frame.engine.succeeded = true
                return .normal
            }
        }
        // An assignment in parentheses writes its value; a method of return type void writes nothing.
        guard isPure(expression) else { return { frame in try frame.emit(try value(frame)) } }
        return { frame in
            let result = try value(frame)
            let outcome = try frame.emit(result)
            frame.engine.succeeded = true
            return outcome
        }
    }

    /// Whether an expression as a statement sets `$?` to true. One that is a pipeline or statements in parentheses leaves `$?` as these do:
    /// `(Get-Item x)`, `$(a; b)` and `@(a)`, but not `(1)`, `$()` or `1 + (a)`.
    func isPure(_ expression: Expression) -> Bool {
        switch expression {
        case .paren(let node): isPure(node.statement)
        case .subexpression(let node): node.body.statements.isEmpty
        case .arraySubexpression(let node):
            node.body.statements.isEmpty
                || node.body.statements.count == 1 && node.body.traps.isEmpty && isPure(node.body.statements[0])
        default: true
        }
    }

    /// Whether `$x = …` sets `$?` to true.
    func isPure(_ assignment: Assignment) -> Bool { isPure(assignment.value) }

    private func isPure(_ statement: Statement) -> Bool {
        switch statement {
        case .assignment(let node): isPure(node)
        case .pipeline(let node): plainExpression(node).map { isPure($0) } ?? false
        default: false
        }
    }

    /// A pipeline as code that runs its commands; with `&` at its end, as a background job.
    func pipeline(_ node: Pipeline) -> Execute {
        if node.isBackground {
            return background(file.text(of: node.span))
        }
        var source: (value: Evaluate, redirections: [CompiledRedirection])?
        var commands: [CompiledCommand] = []
        for (place, element) in node.elements.enumerated() {
            switch element {
            case .command(let command): commands.append(self.command(command))
            case .expression(let expression, let redirections):
                guard place == 0 else {
                    return { _ in
                        throw ValueError(
                            "Expressions are only allowed as the first element of a pipeline.",
                            id: "ExpressionsMustBeFirstInPipeline",
                            category: "ParserError")
                    }
                }
                let isPiped = node.elements.count > 1 && redirections.isEmpty
                let value = isPiped ? sequence(of: expression) : self.expression(expression)
                source = (stopping(expression.span, value), self.redirections(redirections))
            }
        }
        if commands.isEmpty, let source { return redirected(source.value, source.redirections) }
        let stages = commands
        let sourceValue = source.map { $0.redirections.isEmpty ? $0.value : rest(of: $0.value, $0.redirections) }
        if source == nil, stages.count == 1, let only = stages.first, only.mayBeDirect {
            return { frame in try DirectCall.run(only, in: frame) ?? PipelineRunner.run(nil, stages, in: frame) }
        }
        return { frame in try PipelineRunner.run(sourceValue, stages, in: frame) }
    }

    /// The output of an expression whose redirections do not take all of it: it goes into the pipeline.
    private func rest(of value: @escaping Evaluate, _ redirections: [CompiledRedirection]) -> Evaluate {
        let run = redirected(value, redirections)
        return { frame in .array(try frame.collecting { try run(frame) }) }
    }

    /// The value of an expression that is enumerated only once: a range stays a sequence and is not made an array.
    func sequence(of expression: Expression) -> Evaluate {
        guard case .binary(let node) = expression, node.terms.count == 1, let term = node.terms.first, term.operator.kind == .range
        else {
            return self.expression(expression)
        }
        let (left, right) = (self.expression(node.first), self.expression(term.operand))
        return { try RangeOperator.sequence(try left($0), try right($0)) }
    }

    /// An expression with redirections, such as `expression > file`.
    private func redirected(_ value: @escaping Evaluate, _ redirections: [CompiledRedirection]) -> Execute {
        // Streams other than output are written to during the evaluation, so they are redirected before it; otherwise the value is
        // evaluated before the file is opened.
        let leadsStreams = redirections.contains { $0.stream != .output }
        return { frame in
            let (output, streams) = (frame.output, frame.streams)
            let early = leadsStreams ? nil : try value(frame)
            let routed = try Redirector.route(redirections, output: output, streams: streams, frame)
            frame.output = routed.output
            if leadsStreams { frame.streams = routed.streams }
            defer { (frame.output, frame.streams) = (output, streams) }
            let outcome = try frame.emit(try early ?? value(frame))
            try routed.finish()
            return outcome
        }
    }
}
