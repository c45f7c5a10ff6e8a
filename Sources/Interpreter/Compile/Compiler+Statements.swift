import CmdletKit
import SourceText
import Syntax
import Values

/// Lowers the other statements.
extension Compiler {
    func ifStatement(_ node: IfStatement) -> Execute {
        let clauses = node.clauses.map { (test: located($0.condition, test($0.condition)), body: block($0.body)) }
        let otherwise = node.elseBlock.map { block($0) }
        if clauses.count == 1 {
            let (test, body) = clauses[0]
            return { frame in try test(frame) ? try body(frame) : try otherwise?(frame) ?? .normal }
        }
        return { frame in
            for clause in clauses where try clause.test(frame) { return try clause.body(frame) }
            return try otherwise?(frame) ?? .normal
        }
    }

    /// `return`. In a class's method it sets the method's result; elsewhere it writes the value to the output.
    func returnStatement(_ node: ExitStatement) -> Execute {
        guard let statement = node.value else { return { _ in .return } }
        if isMethod {
            let value = value(of: statement)
            return guarded(node.span) { frame in
                frame.methodResult = try value(frame)
                return .return
            }
        }
        if case .pipeline(let pipeline) = statement, plainExpression(pipeline) == nil {
            let run = self.statement(statement)
            return { frame in
                let outcome = try run(frame)
                return outcome == .normal ? .return : outcome
            }
        }
        let value = value(of: statement)
        return guarded(node.span) { frame in
            try frame.emit(try value(frame)) == .enough ? .enough : .return
        }
    }

    func exitStatement(_ node: ExitStatement) -> Execute {
        let value = node.value.map { self.value(of: $0) }
        return { frame in
            let code = try value?(frame) ?? .int(0)
            throw ExitRequest(code: (try? Conversion.int32(code)) ?? 0)
        }
    }

    /// `throw`. Under ErrorActionPreference SilentlyContinue or Ignore, outside of `try`, the error is only recorded and the script
    /// goes on, as in PowerShell.
    func throwStatement(_ node: ExitStatement) -> Execute {
        let value = node.value.map { self.value(of: $0) }
        let (file, span) = (file, node.span)
        return { frame in
            let thrown = try value?(frame) ?? .null
            let record = Thrown.record(thrown, rethrowing: node.value == nil ? frame.scope.value("_") : nil)
            record.endsScript = true
            record.isThrown = true
            if record.position == nil { record.position = ErrorPosition(file: file, span: span) }
            let located = frame.engine.locate(TerminatingError(record), file: file, span: span)
            frame.engine.succeeded = false
            if frame.engine.tryDepth == 0 {
                switch ActionPreference.current(frame.engine, "ErrorActionPreference") {
                case .silentlyContinue, .ignore:
                    frame.engine.remember(located)
                    return .normal
                default: break
                }
            }
            throw TerminatingError(located)
        }
    }

    /// `try`, `catch` and `finally`. Ctrl-C and `exit` run `finally` and are never caught.
    func tryStatement(_ node: TryStatement) -> Execute {
        let body = block(node.body)
        let catches = node.catches.map { clause in
            (types: clause.types.map { TypeNames.text($0) }, body: block(clause.body), slot: layout.slotOrNew("_"))
        }
        let finally = node.finally.map { block($0) }
        let (file, span) = (file, node.span)
        return { frame in
            var outcome = StatementOutcome.normal
            do {
                outcome = try Self.protected(frame, body, hasCatch: !catches.isEmpty)
            } catch {
                guard !error.isFlowControl, !frame.engine.depth.isUnwinding,
                    let clause = catches.first(where: { Thrown.matches(error, $0.types) })
                else {
                    if let finally { try Self.cleanUp(frame, finally, after: error) }
                    throw error
                }
                let record = frame.engine.locate(error, file: file, span: span)
                frame.engine.remember(record)
                frame.streams.collect(record)
                let outer = frame.scope.slots[clause.slot]
                frame.scope.slots[clause.slot] = .object(record)
                defer { frame.scope.slots[clause.slot] = outer }
                do {
                    outcome = try clause.body(frame)
                } catch {
                    if let finally { try Self.cleanUp(frame, finally, after: error) }
                    throw error
                }
            }
            if let finally {
                let end = try finally(frame)
                if end != .normal { return end }
            }
            return outcome
        }
    }

    /// Runs a finally block after an error, `exit` or Ctrl-C. The request of Ctrl-C is cleared first, so that the block runs;
    /// pressing Ctrl-C again stops it.
    private static func cleanUp(_ frame: Frame, _ finally: Execute, after error: any Error) throws {
        if error is PipelineStopped { frame.engine.interrupt.clear() }
        _ = try finally(frame)
    }

    /// Runs the body of a `try`. Statement-terminating errors in it are thrown only where there is a `catch`; with `finally` alone they are
    /// reported, and the body goes on.
    private static func protected(_ frame: Frame, _ body: Execute, hasCatch: Bool) throws -> StatementOutcome {
        guard hasCatch else { return try body(frame) }
        frame.engine.tryDepth += 1
        defer { frame.engine.tryDepth -= 1 }
        let outcome = try body(frame)
        // An overflow that a ToString or a property swallowed in the last statement belongs to this `catch`.
        try frame.engine.checkStop()
        return outcome
    }

    /// Statements with traps (about_Trap): an error runs the matching trap. `continue` in it goes on with the next statement;
    /// without it the error is reported first.
    func trapping(_ traps: [TrapStatement], body: [Statement]) -> Execute {
        let statements = body.map { statement($0) }
        let handlers = traps.map { (type: $0.type.map { TypeNames.text($0) }, body: block($0.body), slot: layout.slotOrNew("_")) }
        let (file, span) = (file, traps[0].span)
        return { frame in
            for statement in statements {
                do {
                    frame.engine.tryDepth += 1
                    defer { frame.engine.tryDepth -= 1 }
                    let outcome = try statement(frame)
                    if outcome != .normal { return outcome }
                } catch {
                    guard !error.isFlowControl, !frame.engine.depth.isUnwinding,
                        let handler = handlers.first(where: { Thrown.matches(error, $0.type.map { [$0] } ?? []) })
                    else { throw error }
                    let record = frame.engine.locate(error, file: file, span: span)
                    frame.engine.remember(record)
                    frame.scope.slots[handler.slot] = .object(record)
                    switch try handler.body(frame) {
                    case .continue: continue
                    case .break: throw error
                    case .normal:
                        try frame.engine.report(record, to: frame.streams)
                        continue
                    case let other: return other
                    }
                }
            }
            return .normal
        }
    }

    /// Defines a function in the current scope when the statement runs.
    func functionDefinition(_ node: FunctionDefinition) -> Execute {
        let code = BlockCode(node.body, definition: node)
        return { frame in
            let block = ScriptBlock(code, session: frame.scope.session)
            frame.engine.define(FunctionInfo(name: node.name, block: block, isFilter: node.isFilter), in: nil)
            return .normal
        }
    }

    /// A `data` section; with a name, its output is assigned to the variable.
    func dataStatement(_ node: DataStatement) -> Execute {
        let body = block(node.body)
        guard let name = node.variable else { return body }
        let value = gathering(body)
        return { frame in
            try frame.scope.set(name, try value(frame))
            return .normal
        }
    }

    /// `first && second`, `first || second` (about_Pipeline_Chain_Operators).
    func chain(_ node: PipelineChain) -> Execute {
        if node.isBackground { return background(file.text(of: node.span)) }
        let first = pipelineStatement(node.first)
        let links = node.links.map { (onSuccess: $0.runsOnSuccess, run: guarded($0.pipeline.span, pipelineStatement($0.pipeline))) }
        let guardedFirst = guarded(node.first.span, first)
        return { frame in
            var outcome = try guardedFirst(frame)
            for link in links {
                guard outcome == .normal else { return outcome }
                if frame.engine.succeeded == link.onSuccess { outcome = try link.run(frame) }
            }
            return outcome
        }
    }
}

/// What `throw` throws and `catch` matches.
enum Thrown {
    /// The error record of a thrown value.
    /// - Parameter current: `$_` of the catch block, which a `throw` without a value throws again.
    static func record(_ value: Value, rethrowing current: Value?) -> ErrorRecord {
        if let record = (current ?? value).asObject(ErrorRecord.self) { return record }
        if let exception = value.asObject(ExceptionObject.self) {
            if let record = exception.record.asObject(ErrorRecord.self) { return record }
            return ErrorRecord(exception: exception, id: exception.message, category: "OperationStopped", target: value)
        }
        let text = value.isNull ? "ScriptHalted" : value.displayText
        return ErrorRecord(text, id: text, category: "OperationStopped", target: value)
    }

    /// Whether a catch clause takes an error, by its exception's type, base types and inner exception. A clause without types takes
    /// every error.
    static func matches(_ error: any Error, _ types: [String]) -> Bool {
        guard !types.isEmpty else { return true }
        let names = ErrorRecord.wrapping(error).exception.type.hierarchy
        let innerNames = ErrorRecord.wrapping(error).exception.inner?.type.hierarchy ?? []
        return types.contains { wanted in
            (names + innerNames).contains { $0.equalsIgnoringCase(wanted) || $0.equalsIgnoringCase("System." + wanted) }
        }
    }
}
