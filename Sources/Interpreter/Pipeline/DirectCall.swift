import CmdletKit
import Syntax
import Values

/// A call of a simple function by its name with positional arguments, alone in its pipeline: the body runs without a stage, the
/// binder or redirections. Recursive functions spend most of their time here.
enum DirectCall {
    /// Runs the call.
    /// - Returns: nil where it needs the whole pipeline: the name is no simple function, or has changed.
    /// - Throws: the function's errors at the call's position; `PipelineStopped`, `ExitRequest`.
    static func run(_ command: CompiledCommand, in frame: Frame) throws -> StatementOutcome? {
        // Each object is read from its owner once: a retain and a release are a hundredth of a call.
        let engine = frame.engine
        guard let site = command.site, let arguments = command.positional, let function = site.known(engine), !function.isFilter
        else { return nil }
        let block = function.block
        let code = try block.code(under: engine.breakpoints)
        guard code.isDirect, let body = code.end else { return nil }
        try engine.checkStop()
        engine.succeeded = true
        let scope = Scope(layout: code.layout, below: block.parentScope(from: frame.scope))
        let inner = Frame(engine: engine, scope: scope, file: block.syntax.file, output: frame.output, streams: frame.streams)
        do {
            try bind(arguments, code, scope, inner, frame)
            let before = try engine.enter(scope)
            engine.callStack.append(RunningCall(name: function.name, file: command.file, span: command.span))
            defer {
                engine.leave(before, from: scope)
                engine.callStack.removeLast()
            }
            let outcome = try inner.run(body)
            // The call itself did not fail, whatever failed in it.
            engine.succeeded = true
            switch outcome {
            case .normal, .return: return .normal
            case .enough: return .enough
            case .break, .continue:
                frame.jumpLabel = inner.jumpLabel
                return outcome
            }
        } catch {
            if error.isFlowControl { throw error }
            let record = engine.locate(error, file: command.file, span: command.span)
            throw TerminatingError(record)
        }
    }

    private static func bind(
        _ arguments: [Evaluate], _ code: CompiledBlock, _ scope: Scope, _ inner: Frame, _ frame: Frame
    ) throws {
        let parameters = code.parameters
        var rest: [Value] = []
        scope.constrain(code.constraints)
        for (place, argument) in arguments.enumerated() {
            let value = try argument(frame)
            if place < parameters.count {
                try FunctionBinding.set(parameters[place], value, scope, inner)
            } else {
                rest.append(value)
            }
        }
        if arguments.count < parameters.count {
            for parameter in parameters[arguments.count...] { try FunctionBinding.setDefault(parameter, scope, inner) }
        }
        scope.slots[code.argumentsSlot] = rest.isEmpty ? frame.engine.noArguments : .array(rest)
    }
}
