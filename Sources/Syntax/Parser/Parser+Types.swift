import SourceText

/// A run of brackets, each a type or an attribute, before a variable, parameter, operand or keyword.
struct BracketList {
    enum Item {
        case type(TypeSyntax)
        case attribute(AttributeSyntax)
    }

    var start: Int
    var items: [Item] = []

    var types: [TypeSyntax] {
        items.compactMap { if case .type(let type) = $0 { type } else { nil } }
    }

    var attributes: [AttributeSyntax] {
        items.compactMap { if case .attribute(let attribute) = $0 { attribute } else { nil } }
    }

    var endsInAttribute: Bool {
        if case .attribute? = items.last { true } else { false }
    }
}

/// Types and attributes in brackets.
extension Parser {
    /// Casts nest in the tree, so their number is limited like depth.
    private static let maximumBracketCount = 64

    /// One or more pairs of brackets; nil, with an error, if the first contains no type.
    /// - Parameter isInDeclaration: whether the brackets declare a parameter or member, where line ends may stand between them.
    mutating func parseBrackets(inDeclaration isInDeclaration: Bool = false) -> BracketList? {
        var list = BracketList(start: position)
        while peek() == Byte.openBracket {
            let start = position
            if list.items.count == Self.maximumBracketCount {
                giveUp()
                break
            }
            position += 1
            skipNewlines()
            guard let type = parseTypeName() else {
                reportMissing(.missingTypeName)
                if list.items.isEmpty {
                    recoverFromBracket()
                    return nil
                }
                break
            }
            skipNewlines()
            if peek() == Byte.openParen {
                let (positional, named) = parseAttributeArguments()
                skipNewlines()
                closeBracket(.missingClosingBracketOfAttribute)
                let attribute = AttributeSyntax(
                    name: type, positionalArguments: positional, namedArguments: named, span: span(from: start)
                )
                list.items.append(.attribute(attribute))
            } else {
                skipAssembly()
                closeBracket(.missingClosingBracketOfType)
                list.items.append(.type(type.spanning(span(from: start))))
            }
            let afterItem = position
            // A line end behind a type ends the run, except in a declaration or if an attribute stands before the type.
            if isInDeclaration || !list.attributes.isEmpty { skipNewlines() } else { skipTrivia() }
            if peek() != Byte.openBracket || !startsTypeName(at: position + 1) {
                position = afterItem
                break
            }
        }
        return list
    }

    private func startsTypeName(at offset: Int) -> Bool {
        identifierLength(at: offset) > 0 && !Byte.isDigit(byte(at: offset))
    }

    private mutating func recoverFromBracket() {
        while position < end, peek() != Byte.closeBracket, newlineLength(at: position) == 0, peek() != Byte.semicolon {
            position += 1
        }
        if peek() == Byte.closeBracket { position += 1 }
    }

    private mutating func closeBracket(_ missing: Diagnostic) {
        if peek() == Byte.closeBracket { position += 1 } else { reportMissing(missing) }
    }

    /// `[type]`, which is no attribute. The cursor is at the bracket.
    mutating func parseTypeLiteral() -> TypeSyntax? {
        let start = position
        position += 1
        skipNewlines()
        guard let type = parseTypeName() else {
            reportMissing(.missingTypeName)
            recoverFromBracket()
            return nil
        }
        skipNewlines()
        skipAssembly()
        closeBracket(.missingClosingBracketOfType)
        return type.spanning(span(from: start))
    }

    /// Skips the assembly of an assembly-qualified name (`, Assembly, Version=1.0`), which has no meaning here: each type exists
    /// once.
    private mutating func skipAssembly() {
        guard peek() == Byte.comma else { return }
        var scan = position
        while scan < end, bytes[scan] != Byte.closeBracket {
            switch bytes[scan] {
            case Byte.comma, Byte.dot, Byte.equals, Byte.dash, Byte.space, Byte.tab, Byte.plus: scan += 1
            case _ where identifierLength(at: scan) > 0: scan += identifierLength(at: scan)
            default: return
            }
        }
        if scan < end { position = scan }
    }

    /// A type's name with generic arguments and array ranks, without the brackets around it.
    mutating func parseTypeName() -> TypeSyntax? {
        guard enter() else {
            leave()
            return nil
        }
        defer { leave() }
        let start = position
        guard startsTypeName(at: position) else { return nil }
        while case let byte = peek(),
            identifierLength(at: position) > 0 || byte == Byte.dot || byte == Byte.plus
                || byte == Byte.backtick || byte == Byte.dash
        {
            let length = identifierLength(at: position)
            // A dot at the end, or two dots, are not part of the name.
            if length == 0, identifierLength(at: position + 1) == 0 { break }
            position += max(1, length)
        }
        let name = text(from: start, to: position)
        record(.type, from: start)
        var generics: [TypeSyntax] = []
        var ranks: [Int] = []
        while true {
            let bracket = position
            skipTrivia()
            guard peek() == Byte.openBracket else {
                position = bracket
                break
            }
            position += 1
            skipTrivia()
            if peek() == Byte.closeBracket || peek() == Byte.comma {
                var rank = 1
                while peek() == Byte.comma {
                    rank += 1
                    position += 1
                    skipTrivia()
                }
                closeBracket(.missingClosingBracketOfType)
                ranks.append(rank)
                // Each is a type of its own, made of the one before.
                if ranks.count > Self.maximumBracketCount { giveUp() }
            } else if ranks.isEmpty, generics.isEmpty, case let arguments = parseGenericArguments(), !arguments.isEmpty {
                generics = arguments
            } else {
                position = bracket
                break
            }
        }
        return TypeSyntax(name: name, genericArguments: generics, arrayRanks: ranks, span: span(from: start))
    }

    /// `A, [B], C[D]]`: generic arguments with the closing bracket.
    mutating func parseGenericArguments() -> [TypeSyntax] {
        var arguments: [TypeSyntax] = []
        while true {
            skipNewlines()
            guard let argument = peek() == Byte.openBracket ? parseTypeLiteral() : parseTypeName() else {
                reportMissing(.missingTypeName)
                return arguments
            }
            arguments.append(argument)
            skipNewlines()
            guard peek() == Byte.comma else { break }
            position += 1
        }
        closeBracket(.missingClosingBracketOfType)
        return arguments
    }

    /// `(a, b, Name = c, Flag)`: the arguments of an attribute.
    private mutating func parseAttributeArguments() -> ([Expression], [NamedAttributeArgument]) {
        let comma = isCommaDisabled
        isCommaDisabled = true
        defer { isCommaDisabled = comma }
        position += 1
        var positional: [Expression] = []
        var named: [NamedAttributeArgument] = []
        while true {
            skipNewlines()
            if isAtEnd || peek() == Byte.closeParen { break }
            let start = position
            let nameEnd = identifierEnd(from: position)
            if nameEnd > start, !Byte.isDigit(bytes[start]) {
                let name = text(from: start, to: nameEnd)
                position = nameEnd
                record(.member, from: start)
                skipNewlines()
                if peek() == Byte.equals {
                    position += 1
                    skipNewlines()
                    let value = parseExpression()
                    if value == nil { reportMissing(.missingExpressionAfterToken("=")) }
                    named.append(NamedAttributeArgument(name: name, value: value, span: span(from: start)))
                } else {
                    named.append(
                        NamedAttributeArgument(name: name, value: nil, span: SourceSpan(start: start, end: nameEnd))
                    )
                }
            } else if let value = parseExpression() {
                positional.append(value)
            } else {
                reportMissing(.missingExpressionAfterToken("("))
                recoverInParentheses()
                break
            }
            skipNewlines()
            guard peek() == Byte.comma else { break }
            position += 1
        }
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisInExpression)
        }
        return (positional, named)
    }
}

extension TypeSyntax {
    func spanning(_ span: SourceSpan) -> TypeSyntax {
        TypeSyntax(name: name, genericArguments: genericArguments, arrayRanks: arrayRanks, span: span)
    }
}
