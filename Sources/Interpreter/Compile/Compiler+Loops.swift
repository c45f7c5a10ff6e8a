import CmdletKit
import Syntax
import Values

/// Lowers loops.
extension Compiler {
    /// How a loop goes on after its body: with the next iteration, behind the loop, or out of it.
    private enum Step {
        case next, leave
        case out(StatementOutcome)
    }

    /// Runs the body once.
    @inline(__always) private static func step(_ body: Execute, _ label: String?, _ frame: Frame) throws -> Step {
        let outcome = try frame.run(body)
        switch outcome {
        case .normal: return .next
        case .break, .continue:
            if let wanted = frame.jumpLabel {
                guard let label, label.equalsIgnoringCase(wanted) else { return .out(outcome) }
                frame.jumpLabel = nil
            }
            return outcome == .break ? .leave : .next
        case .return, .enough: return .out(outcome)
        }
    }

    func whileLoop(_ node: WhileStatement) -> Execute {
        let condition = located(node.condition, test(node.condition))
        let body = block(node.body)
        let label = node.label
        return { frame in
            while try condition(frame) {
                try frame.engine.checkStop()
                switch try Self.step(body, label, frame) {
                case .next: continue
                case .leave: return .normal
                case .out(let outcome): return outcome
                }
            }
            return .normal
        }
    }

    func doLoop(_ node: DoStatement) -> Execute {
        let condition = located(node.condition, test(node.condition))
        let body = block(node.body)
        let (label, isUntil) = (node.label, node.isUntil)
        return { frame in
            repeat {
                try frame.engine.checkStop()
                switch try Self.step(body, label, frame) {
                case .next: continue
                case .leave: return .normal
                case .out(let outcome): return outcome
                }
            } while try condition(frame) != isUntil
            return .normal
        }
    }

    func forLoop(_ node: ForStatement) -> Execute {
        let initializer = node.initializer.map { sideEffect($0) }
        let condition = node.condition.map { located($0, test($0)) } ?? { _ in true }
        let iterator = node.iterator.map { sideEffect($0) }
        let body = block(node.body)
        let label = node.label
        return { frame in
            _ = try initializer?(frame)
            while try condition(frame) {
                try frame.engine.checkStop()
                switch try Self.step(body, label, frame) {
                case .next: break
                case .leave: return .normal
                case .out(let outcome): return outcome
                }
                _ = try iterator?(frame)
            }
            return .normal
        }
    }

    /// A clause of a for loop, run for its side effects: its output is dropped.
    private func sideEffect(_ statement: Statement) -> Execute {
        if case .assignment(let node) = statement {
            let assign = assignment(node)
            return { frame in
                _ = try assign(frame)
                return .normal
            }
        }
        if case .pipeline(let node) = statement, let plain = plainExpression(node) {
            let value = expression(plain)
            return { frame in
                _ = try value(frame)
                return .normal
            }
        }
        let run = self.statement(statement)
        return { frame in
            var outcome = StatementOutcome.normal
            _ = try frame.collecting {
                outcome = try run(frame)
                return outcome
            }
            guard outcome == .normal || outcome == .enough else {
                throw EarlyExit(outcome: outcome, label: frame.jumpLabel)
            }
            return .normal
        }
    }

    func forEachLoop(_ node: ForEachStatement) -> Execute {
        let collection = located(node.collection, elements(of: node.collection))
        let store = store(node.variable)
        let body = block(node.body)
        let label = node.label
        func run(_ elements: some Sequence<Value>, _ frame: Frame) throws -> StatementOutcome {
            for element in elements {
                try frame.engine.checkStop()
                try store(frame, element)
                switch try Self.step(body, label, frame) {
                case .next: continue
                case .leave: return .normal
                case .out(let outcome): return outcome
                }
            }
            return .normal
        }
        return { frame in
            let value = try collection(frame)
            if let range = value.asObject(NumberRange.self) { return try run(range.numbers, frame) }
            guard let elements = value.enumerated else { return value.isNull ? .normal : try run(CollectionOfOne(value), frame) }
            value.asObject(EnumeratorObject.self)?.exhaust()
            return try run(elements, frame)
        }
    }

    /// The collection of a foreach loop; a range is not made an array.
    private func elements(of statement: Statement) -> Evaluate {
        if case .pipeline(let pipeline) = statement, let plain = plainExpression(pipeline) {
            return stopping(plain.span, sequence(of: plain))
        }
        return value(of: statement)
    }

    /// `break` or `continue`, to the loop of the label where there is one.
    func jump(_ node: JumpStatement, _ outcome: StatementOutcome) -> Execute {
        guard let label = node.label.map({ expression($0) }) else {
            return { frame in
                frame.jumpLabel = nil
                return outcome
            }
        }
        return { frame in
            frame.jumpLabel = try label(frame).displayText
            return outcome
        }
    }

    /// A condition whose error is reported at the condition's position. It then counts as false, which ends the loop.
    func located(_ statement: Statement, _ test: @escaping Test) -> Test {
        let file = file
        let span = statement.span
        let test = traced(span, test)
        return { frame in
            do { return try test(frame) } catch {
                if error.isFlowControl { throw error }
                _ = try Recovery.settle(error, in: frame, file: file, span: span)
                return false
            }
        }
    }

    /// A statement's value, with the same report of its errors.
    func locatedValue(_ statement: Statement) -> Evaluate { located(statement, value(of: statement)) }

    private func located(_ statement: Statement, _ value: @escaping Evaluate) -> Evaluate {
        let value = traced(statement.span, value)
        let file = file
        let span = statement.span
        return { frame in
            do { return try value(frame) } catch {
                if error.isFlowControl { throw error }
                _ = try Recovery.settle(error, in: frame, file: file, span: span)
                return .nothing
            }
        }
    }
}
