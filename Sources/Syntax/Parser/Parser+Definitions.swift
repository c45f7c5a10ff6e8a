import SourceText

/// Functions and parameter lists.
extension Parser {
    /// `function name (…) { … }` or `filter name { … }`.
    mutating func parseFunction(_ keyword: String) -> Statement {
        let start = position
        takeKeyword(keyword)
        skipNewlines()
        let nameStart = position
        guard !startsNoWord(at: position), case .string(let name) = parseWord(), !name.value.isEmpty else {
            reportMissing(.missingName(keyword))
            return .error(span(from: start))
        }
        retag(.command, from: nameStart)
        skipNewlines()
        var parameters: [ParameterSyntax]?
        if peek() == Byte.openParen {
            parameters = parseParameterList()
            skipNewlines()
        }
        guard peek() == Byte.openBrace else {
            reportMissing(.missingFunctionBody)
            return .error(span(from: start))
        }
        let isFilter = keyword == "filter"
        let body = parseScriptBlock(parameters: parameters, isFilter: isFilter, precededBy: start, as: .function)
        return .function(
            FunctionDefinition(name: name.value, nameSpan: name.span, isFilter: isFilter, body: body, span: span(from: start))
        )
    }

    /// `( [attributes] $name = default, … )`. The cursor is at the parenthesis.
    mutating func parseParameterList() -> [ParameterSyntax] {
        let comma = isCommaDisabled
        defer { isCommaDisabled = comma }
        position += 1
        var parameters: [ParameterSyntax] = []
        var names: Set<String> = []
        while true {
            skipNewlines()
            if isAtEnd || peek() == Byte.closeParen { break }
            guard let parameter = parseParameter() else {
                reportMissing(parameters.isEmpty ? .invalidFunctionParameter : .missingExpressionAfterToken(","))
                recoverInParentheses()
                break
            }
            if !names.insert(parameter.name.lowercased()).inserted {
                report(.duplicateParameter(parameter.name), parameter.nameSpan)
            }
            parameters.append(parameter)
            skipNewlines()
            guard peek() == Byte.comma else { break }
            let commaStart = position
            position += 1
            skipNewlines()
            if isAtEnd || peek() == Byte.closeParen {
                reportMissing(.missingExpressionAfterToken(","), at: SourceSpan(start: commaStart, end: commaStart + 1))
            }
        }
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisInParameterList)
        }
        return parameters
    }

    private mutating func parseParameter() -> ParameterSyntax? {
        guard enter() else {
            leave()
            return nil
        }
        defer { leave() }
        let start = position
        var attributes: [AttributeSyntax] = []
        var types: [TypeSyntax] = []
        if peek() == Byte.openBracket, let brackets = parseBrackets(inDeclaration: true) {
            attributes = brackets.attributes
            types = brackets.types
        }
        skipNewlines()
        guard peek() == Byte.dollar, let variable = parseVariable(in: .expression) else { return nil }
        let afterName = position
        skipNewlines()
        var defaultValue: Expression?
        if peek() == Byte.equals {
            position += 1
            skipNewlines()
            isCommaDisabled = true
            defaultValue = parseExpression()
            isCommaDisabled = false
            if defaultValue == nil { reportMissing(.missingExpressionAfterToken("=")) }
        } else {
            position = afterName
        }
        return ParameterSyntax(
            name: variable.scope.map { $0 + ":" + variable.name } ?? variable.name, nameSpan: variable.span,
            attributes: attributes, types: types, defaultValue: defaultValue, span: span(from: start)
        )
    }

    /// Moves to the parenthesis that closes the current list, to a brace, or to the end of the text.
    mutating func recoverInParentheses() {
        var open = 0
        while position < end {
            switch bytes[position] {
            case Byte.openParen: open += 1
            case Byte.closeParen:
                if open == 0 { return }
                open -= 1
            case Byte.openBrace, Byte.closeBrace: return
            default: break
            }
            position += 1
        }
    }
}
