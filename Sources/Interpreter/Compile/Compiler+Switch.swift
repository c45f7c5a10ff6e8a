import CmdletKit
import Syntax
import Values

/// Lowers `switch`.
extension Compiler {
    func switchStatement(_ node: SwitchStatement) -> Execute {
        let input = locatedValue(node.input)
        let clauses = node.clauses.map { clause in (matches: clauseTest(clause.condition, node), body: block(clause.body)) }
        let otherwise = node.defaultBlock.map { block($0) }
        let slot = layout.slotOrNew("_")
        let label = node.label
        let isFile = node.isFile
        let span = node.span
        let file = file
        // Runs the matching clauses for one element.
        // - Returns: the outcome that ends the statement; nil: the next element follows.
        let turn = { (frame: Frame, element: Value) throws -> StatementOutcome? in
            try frame.engine.checkStop()
            frame.scope.slots[slot] = element
            var matched = false
            var outcome = StatementOutcome.normal
            // A clause may assign `$_`; the clauses after it then test the new value.
            for clause in clauses where try clause.matches(frame, frame.scope.slots[slot]) {
                matched = true
                outcome = try frame.run(clause.body)
                if outcome != .normal { break }
            }
            if !matched, let otherwise { outcome = try frame.run(otherwise) }
            switch outcome {
            case .normal: return nil
            case .break, .continue:
                if let wanted = frame.jumpLabel {
                    guard let label, label.equalsIgnoringCase(wanted) else { return outcome }
                    frame.jumpLabel = nil
                }
                return outcome == .break ? .normal : nil
            case .return, .enough: return outcome
            }
        }
        return { frame in
            let value = try input(frame)
            let outer = frame.scope.slots[slot]
            defer { frame.scope.slots[slot] = outer }
            guard isFile else {
                for element in value.enumerated ?? [value] {
                    if let end = try turn(frame, element) { return end }
                }
                return .normal
            }
            // An error of reading the file is reported by this statement; an error of a clause is thrown on as it is.
            var end: StatementOutcome?
            var failure: (any Error)?
            do {
                let shown = value.displayText
                try TextLines.each(frame.engine.fileSystem.hostPath(shown), shown) { line in
                    do { end = try turn(frame, .string(line)) } catch { failure = error }
                    return end == nil && failure == nil
                }
            } catch {
                return try Recovery.settle(error, in: frame, file: file, span: span)
            }
            if let failure { throw failure }
            return end ?? .normal
        }
    }

    /// The test of a clause against an element.
    private func clauseTest(_ condition: Expression, _ node: SwitchStatement) -> (Frame, Value) throws -> Bool {
        let ignoreCase = !node.isCaseSensitive
        if case .scriptBlock(let block) = condition {
            let script = ScriptBlock(block)
            return { frame, element in
                Conversion.bool(.collapsing(try frame.engine.invokeInline(script, current: element, in: frame)))
            }
        }
        let value = expression(condition)
        switch node.matching {
        case .exact:
            return { frame, element in
                let wanted = try value(frame)
                if case .int(let a) = wanted, case .int(let b) = element { return a == b }
                if wanted.isNull { return element.isNull }
                if let script = wanted.asObject(ScriptBlock.self) {
                    return Conversion.bool(.collapsing(try frame.engine.invokeInline(script, current: element, in: frame)))
                }
                // Compared as strings, whatever their types: an enumeration's value matches its name, not its number.
                let (a, b) = (wanted.displayText, element.displayText)
                return ignoreCase ? a.equalsIgnoringCase(b) : a == b
            }
        case .wildcard:
            return { frame, element in Wildcard(try value(frame).displayText, ignoreCase: ignoreCase).matches(element.displayText) }
        case .regex:
            return { frame, element in
                let regex = try frame.engine.regexes.regex(try value(frame).displayText, ignoreCase ? .ignoreCase : [])
                let text = element.displayText
                guard let match = try regex.firstMatch(in: text) else { return false }
                try frame.scope.set("Matches", .object(MatchOperator.table(match, regex, Array(text.utf8))))
                return true
            }
        }
    }
}
