import SourceText

/// What stands around a statement and decides where `break`, `continue` and `return` may lead.
enum Enclosure {
    /// A loop or switch with its label.
    case loop(String?)
    case finally
    /// A script block or a trap, which they may leave.
    case block
    case function
    case method(isVoid: Bool)
}

/// The rules of ways out of blocks (about_Break, about_Try_Catch_Finally, about_Classes_Methods).
extension Parser {
    /// Reads something inside an enclosure.
    mutating func within<T>(_ enclosure: Enclosure, _ body: (inout Parser) -> T) -> T {
        enclosures.append(enclosure)
        defer { enclosures.removeLast() }
        return body(&self)
    }

    func checkJump(_ statement: JumpStatement) -> (Diagnostic, SourceSpan)? {
        // A label that is computed is known at run time only.
        let label: String?
        switch statement.label {
        case nil: label = nil
        case .string(let constant)?: label = constant.value
        default: return nil
        }
        if leavesFinally(to: label, isReturn: false) { return (.controlLeavesFinally, statement.span) }
        if let label, isMissingInMethod(label) { return (.labelNotFound(label), statement.span) }
        return nil
    }

    func checkReturn(_ statement: ExitStatement) -> (Diagnostic, SourceSpan)? {
        if leavesFinally(to: nil, isReturn: true) { return (.controlLeavesFinally, statement.span) }
        for enclosure in enclosures.reversed() {
            switch enclosure {
            case .method(let isVoid):
                if isVoid == (statement.value == nil) { return nil }
                return (isVoid ? .returnInVoidMethod : .returnWithoutValueInMethod, statement.span)
            case .block, .function: return nil
            case .loop, .finally: continue
            }
        }
        return nil
    }

    private func leavesFinally(to label: String?, isReturn: Bool) -> Bool {
        for enclosure in enclosures.reversed() {
            switch enclosure {
            case .finally: return true
            case .loop(let own) where !isReturn:
                if label == nil || own?.lowercased() == label?.lowercased() { return false }
            case .loop: continue
            case .block, .function, .method: return false
            }
        }
        return false
    }

    /// Whether a statement of a method, in blocks of the method too, names a loop that is not in the method.
    private func isMissingInMethod(_ label: String) -> Bool {
        for enclosure in enclosures.reversed() {
            switch enclosure {
            case .loop(let own) where own?.lowercased() == label.lowercased(): return false
            case .function: return false
            case .method: return true
            case .loop, .block, .finally: continue
            }
        }
        return false
    }
}
