import SourceText

/// `try` and `trap` (about_Try_Catch_Finally, about_Trap).
extension Parser {
    mutating func parseTry() -> Statement {
        let start = position
        takeKeyword("try")
        let body = expectBlock(.missingTryBlock)
        var catches: [CatchClause] = []
        var finally: StatementBlock?
        while true {
            let afterBlock = position
            skipNewlines()
            let clauseStart = position
            if peekKeyword("catch") {
                takeKeyword("catch")
                let types = parseCatchTypes()
                if let last = catches.last, last.types.isEmpty { report(.emptyCatchNotLast, last.span) }
                let block = expectBlock(.missingCatchHandlerBlock)
                catches.append(CatchClause(types: types, body: block, span: span(from: clauseStart)))
            } else if peekKeyword("finally") {
                takeKeyword("finally")
                finally = within(.finally) { $0.expectBlock(.missingFinallyBlock) }
                break
            } else {
                if catches.isEmpty { reportMissing(.missingCatchOrFinally, at: SourceSpan(start: start, end: afterBlock)) }
                position = afterBlock
                break
            }
        }
        return .try(TryStatement(body: body, catches: catches, finally: finally, span: span(from: start)))
    }

    private mutating func parseCatchTypes() -> [TypeSyntax] {
        var types: [TypeSyntax] = []
        skipNewlines()
        while peek() == Byte.openBracket, let type = parseTypeLiteral() {
            types.append(type)
            skipNewlines()
            guard peek() == Byte.comma else { break }
            position += 1
            skipNewlines()
            if peek() != Byte.openBracket { reportMissing(.missingTypeLiteral) }
        }
        return types
    }

    mutating func parseTrap() -> Statement {
        let start = position
        takeKeyword("trap")
        skipNewlines()
        let type = peek() == Byte.openBracket ? parseTypeLiteral() : nil
        let body = within(.block) { $0.expectBlock(.missingTrapStatement) }
        return .trap(TrapStatement(type: type, body: body, span: span(from: start)))
    }
}
