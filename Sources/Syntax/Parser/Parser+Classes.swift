import SourceText

/// `class` and `enum` (about_Classes, about_Enum).
extension Parser {
    /// A class or enum; nil without moving if the cursor is not at its keyword. Attributes before it have been read.
    mutating func parseTypeDefinition(_ brackets: BracketList?) -> Statement? {
        let isClass = peekKeyword("class")
        guard isClass || peekKeyword("enum") else { return nil }
        let start = brackets?.start ?? position
        let keyword = isClass ? "class" : "enum"
        takeKeyword(keyword)
        skipNewlines()
        let nameStart = position
        let nameEnd = identifierEnd(from: position)
        guard nameEnd > position else {
            reportMissing(.missingName(keyword))
            return .error(span(from: start))
        }
        let name = text(from: nameStart, to: nameEnd)
        position = nameEnd
        record(.type, from: nameStart)
        skipNewlines()
        var bases: [TypeSyntax] = []
        if peek() == Byte.colon {
            position += 1
            repeat {
                if peek() == Byte.comma { position += 1 }
                skipNewlines()
                guard let base = parseTypeName() else {
                    reportMissing(.missingTypeLiteral)
                    break
                }
                bases.append(base)
                skipNewlines()
            } while peek() == Byte.comma
        }
        guard peek() == Byte.openBrace else {
            reportMissing(.missingOpenBrace(keyword))
            return .error(span(from: start))
        }
        guard enter() else {
            leave()
            return .error(span(from: start))
        }
        defer { leave() }
        let attributes = brackets?.attributes ?? []
        if isClass { return parseClassBody(name: name, attributes: attributes, bases: bases, start: start) }
        return parseEnumBody(name: name, attributes: attributes, underlying: bases.first, start: start)
    }

    private mutating func parseClassBody(
        name: String, attributes: [AttributeSyntax], bases: [TypeSyntax], start: Int
    ) -> Statement {
        let brace = position
        position += 1
        var properties: [PropertyMember] = []
        var methods: [MethodMember] = []
        while true {
            skipSeparators()
            if isAtEnd || peek() == Byte.closeBrace { break }
            let before = position
            switch parseMember(ofClass: name) {
            case .property(let property): properties.append(property)
            case .method(let method): methods.append(method)
            case nil:
                reportMissing(.memberNameExpected)
                recover(to: Byte.closeBrace)
            }
            if position == before { position += 1 }
        }
        expectCloseBrace(openedAt: brace)
        definedTypes.insert(name.lowercased())
        return .class(
            ClassDefinition(
                name: name, attributes: attributes, baseTypes: bases, properties: properties, methods: methods,
                span: span(from: start)
            )
        )
    }

    private enum Member {
        case property(PropertyMember)
        case method(MethodMember)
    }

    private mutating func parseMember(ofClass className: String) -> Member? {
        let start = position
        var attributes: [AttributeSyntax] = []
        var type: TypeSyntax?
        var isStatic = false
        var isHidden = false
        while true {
            skipNewlines()
            if peek() == Byte.openBracket, let brackets = parseBrackets(inDeclaration: true) {
                attributes += brackets.attributes
                type = brackets.types.last ?? type
            } else if peekKeyword("static") {
                takeKeyword("static")
                isStatic = true
            } else if peekKeyword("hidden") {
                takeKeyword("hidden")
                isHidden = true
            } else {
                break
            }
        }
        if peek() == Byte.dollar {
            guard let variable = parseVariable(in: .expression) else { return nil }
            skipTrivia()
            var initialValue: Expression?
            if peek() == Byte.equals {
                position += 1
                skipNewlines()
                initialValue = parseExpression()
                if initialValue == nil { reportMissing(.missingExpressionAfterToken("=")) }
            }
            let stop = position
            skipTrivia()
            if !isAtEnd, peek() != Byte.semicolon, peek() != Byte.closeBrace, newlineLength(at: position) == 0 {
                report(.missingPropertyTerminator, SourceSpan(start: stop, end: stop + 1))
                recover(to: Byte.closeBrace)
            }
            return .property(
                PropertyMember(
                    name: variable.name, attributes: attributes, type: type, initialValue: initialValue, isStatic: isStatic,
                    isHidden: isHidden, span: SourceSpan(start: start, end: stop)
                )
            )
        }
        let nameStart = position
        let nameEnd = identifierEnd(from: position)
        guard nameEnd > nameStart else { return nil }
        let name = text(from: nameStart, to: nameEnd)
        position = nameEnd
        record(.member, from: nameStart)
        skipNewlines()
        guard peek() == Byte.openParen else {
            reportMissing(.missingOpenParenthesis(name))
            recover(to: Byte.closeBrace)
            return nil
        }
        let parameters = parseParameterList()
        skipNewlines()
        var baseArguments: [Expression]?
        if peek() == Byte.colon {
            position += 1
            skipNewlines()
            if peekKeyword("base") {
                takeKeyword("base")
                skipNewlines()
            }
            if peek() == Byte.openParen {
                baseArguments = parseCallArguments()
            } else {
                reportMissing(.missingOpenParenthesis("base"))
            }
            skipNewlines()
        }
        guard peek() == Byte.openBrace else {
            reportMissing(.missingFunctionBody)
            return nil
        }
        let isConstructor = name.lowercased() == className.lowercased()
        let isVoid = isConstructor || type.map { ["void", "system.void"].contains($0.name.lowercased()) } ?? true
        let body = within(.method(isVoid: isVoid)) { $0.parseScriptBlock(parameters: parameters, as: nil) }
        return .method(
            MethodMember(
                name: name, attributes: attributes, returnType: type, body: body, isStatic: isStatic, isHidden: isHidden,
                isConstructor: isConstructor, baseArguments: baseArguments, span: span(from: start)
            )
        )
    }

    private mutating func parseEnumBody(
        name: String, attributes: [AttributeSyntax], underlying: TypeSyntax?, start: Int
    ) -> Statement {
        let brace = position
        position += 1
        var members: [EnumDefinition.Member] = []
        var names: Set<String> = []
        while true {
            skipSeparators()
            if isAtEnd || peek() == Byte.closeBrace { break }
            let memberStart = position
            let nameEnd = identifierEnd(from: position)
            guard nameEnd > memberStart else {
                reportMissing(.memberNameExpected)
                position += 1
                recover(to: Byte.closeBrace)
                continue
            }
            let memberName = text(from: memberStart, to: nameEnd)
            position = nameEnd
            record(.member, from: memberStart)
            skipTrivia()
            var value: Expression?
            if peek() == Byte.equals {
                position += 1
                skipNewlines()
                value = parseExpression()
                if value == nil { reportMissing(.missingExpressionAfterToken("=")) }
            }
            if !names.insert(memberName.lowercased()).inserted {
                report(.duplicateEnumMember(memberName), SourceSpan(start: memberStart, end: nameEnd))
            }
            members.append(EnumDefinition.Member(name: memberName, value: value, span: span(from: memberStart)))
            finishStatement(in: Byte.closeBrace)
        }
        expectCloseBrace(openedAt: brace)
        definedTypes.insert(name.lowercased())
        return .enum(
            EnumDefinition(
                name: name, attributes: attributes, underlyingType: underlying, members: members, span: span(from: start)
            )
        )
    }
}
