/// The errors that the parser can report, with PowerShell's error ids and messages.
enum Diagnostic {
    case automaticVariableType(name: String, type: String)
    case badNumericConstant(String)
    case badlyFormedCommand
    case controlLeavesFinally
    case duplicateKey(String)
    case duplicateParameter(String)
    case duplicateClause(String)
    case emptyChainElement(String)
    case emptyPipeElement
    case emptyVariableReference
    case emptyCatchNotLast
    case expectedExpression
    case expectedValueExpression(String)
    case expressionsMustBeFirst
    case hereStringHeader
    case hereStringFooter
    case incompleteBacktick
    case incompleteHashLiteral
    case invalidLeftHandSide
    case invalidRedirectionMerge
    case invalidSwitchFlag(String)
    case invalidUnicodeEscape
    case invalidUnicodeEscapeValue
    case invalidVariableReferenceWithDrive
    case labelNotFound(String)
    case missingArgument
    case missingArrayIndex
    case missingCatchHandlerBlock
    case missingCatchOrFinally
    case missingClosingBracketOfType
    case missingClosingBracketOfAttribute
    case missingClosingBraceOfVariable
    case missingClosingBracketOfIndex
    case missingCondition(String)
    case missingEndCurlyBrace
    case missingEndMultiLineComment
    case missingEndParenthesisAfterForeach
    case missingEndParenthesisAfterStatement(String)
    case missingEndParenthesisInExpression
    case missingEndParenthesisInMethodCall
    case missingEndParenthesisInParameterList
    case missingEndParenthesisInSubexpression
    case missingEndParenthesisInSwitch
    case missingEqualsInHashLiteral
    case missingExpressionAfterInvocation(String)
    case missingExpressionAfterKeyword(String)
    case missingExpressionAfterOperator(String)
    case missingExpressionAfterToken(String)
    case missingFileSpecification
    case missingFinallyBlock
    case missingForeachExpression
    case missingForeachStatement
    case missingFunctionBody
    case missingInInForeach
    case missingKeyInHashLiteral
    case missingLoopStatement(String)
    case missingName(String)
    case missingOpenBrace(String)
    case missingOpenBraceOfSwitch
    case missingOpenParenthesis(String)
    case missingOpenParenthesisInIf(String)
    case missingPropertyName
    case missingPropertyTerminator
    case missingStatementBlock(String)
    case missingStatementBlockAfterElse
    case missingStatementInHashLiteral
    case missingSwitchClauseBlock
    case missingSwitchCondition
    case missingSwitchExpression
    case missingSwitchFile
    case missingTrapStatement
    case missingTryBlock
    case missingTypeLiteral
    case missingTypeName
    case missingUsingItemName
    case moduleSpecificationInvalid(String)
    case invalidUsingItemName(String)
    case wildcardInModuleName
    case missingVariableAfterForeach
    case missingWhileOrUntil
    case multipleSwitchDefaults
    case openBraceInVariableName
    case operatorRequiresVariable(String)
    case orderedWithoutHashLiteral
    case parameterListAlreadyGiven
    case parameterRequiresArgument(String)
    case redirectionNotSupported(String)
    case requiresInvalid(String)
    case reservedKeyword(String)
    case reservedParameter(keyword: String, parameter: String)
    case returnInVoidMethod
    case returnWithoutValueInMethod
    case splattingNotPermitted(String)
    case splattingNotPermittedInList(String)
    case streamAlreadyRedirected(String)
    case switchInputRequired
    case tooComplex
    case unexpectedAttribute(String)
    case unexpectedTernary
    case unexpectedToken(String)
    case unrecognizedToken
    case unterminatedString(String)
    case usingMustBeAtStart
    case invalidFunctionParameter
    case memberNameExpected
    case duplicateEnumMember(String)

    /// PowerShell's error id and message.
    var text: (id: String, message: String) {
        switch self {
        case .automaticVariableType(let name, let type):
            ("AssignmentStatementToAutomaticNotSupported", "Cannot assign automatic variable '\(name)' with type '\(type)'")
        case .badNumericConstant(let text): ("BadNumericConstant", "The numeric constant \(text) is not valid.")
        case .badlyFormedCommand:
            (
                "BadlyFormedCmdlet",
                "Could not process combined Begin/Process/End clauses with command text. A script or function can either have "
                    + "begin/process/end clauses or command text but not both."
            )
        case .controlLeavesFinally: ("ControlLeavingFinally", "Flow of control cannot leave a Finally block.")
        case .labelNotFound(let label): ("LabelNotFound", "Label '\(label)' not found inside the method.")
        case .returnInVoidMethod: ("VoidMethodHasReturn", "Invalid return statement within void method.")
        case .returnWithoutValueInMethod:
            ("NonVoidMethodMissingReturnValue", "Invalid return statement within non-void method.")
        case .duplicateKey(let key): ("DuplicateKeyInHashLiteral", "Duplicate keys '\(key)' are not allowed in hash literals.")
        case .duplicateParameter(let name): ("DuplicateFormalParameter", "Duplicate parameter $\(name) in parameter list.")
        case .duplicateClause(let name):
            ("DuplicateScriptCommandClause", "Script command clause '\(name)' has already been defined.")
        case .emptyChainElement(let text):
            ("EmptyPipelineChainElement", "Missing statement after '\(text)' in pipeline chain.")
        case .emptyPipeElement: ("EmptyPipeElement", "An empty pipe element is not allowed.")
        case .emptyVariableReference: ("EmptyBracedVariableName", "Braced variable name cannot be empty.")
        case .emptyCatchNotLast: ("EmptyCatchNotLast", "Catch block must be the last catch block.")
        case .expectedExpression: ("ExpectedExpression", "An expression was expected after '('.")
        case .expectedValueExpression(let text):
            ("ExpectedValueExpression", "You must provide a value expression following the '\(text)' operator.")
        case .expressionsMustBeFirst:
            ("ExpressionsMustBeFirstInPipeline", "Expressions are only allowed as the first element of a pipeline.")
        case .hereStringHeader:
            (
                "UnexpectedCharactersAfterHereStringHeader",
                "No characters are allowed after a here-string header but before the end of the line."
            )
        case .hereStringFooter:
            ("WhitespaceBeforeHereStringFooter", "White space is not allowed before the string terminator.")
        case .incompleteBacktick: ("IncompleteString", "Incomplete string token.")
        case .incompleteHashLiteral: ("IncompleteHashLiteral", "The hash literal was incomplete.")
        case .invalidLeftHandSide:
            (
                "InvalidLeftHandSide",
                "The assignment expression is not valid. The input to an assignment operator must be an object that is able to "
                    + "accept assignments, such as a variable or a property."
            )
        case .invalidRedirectionMerge:
            (
                "RedirectionStreamCanOnlyMergeToOutputStream",
                "Redirection only allows another stream to be merged with the output stream. Please correct the redirection "
                    + "operation to merge into the output stream then try running your script again."
            )
        case .invalidSwitchFlag(let flag): ("InvalidSwitchFlag", "The parameter \(flag) is not valid for the switch statement.")
        case .invalidUnicodeEscape:
            (
                "InvalidUnicodeEscapeSequence",
                "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'."
            )
        case .invalidUnicodeEscapeValue:
            (
                "InvalidUnicodeEscapeSequenceValue",
                "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF."
            )
        case .invalidVariableReferenceWithDrive:
            (
                "InvalidVariableReferenceWithDrive",
                "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to "
                    + "delimit the name."
            )
        case .missingArgument: ("MissingArgument", "Missing argument in parameter list.")
        case .missingArrayIndex: ("MissingArrayIndexExpression", "Array index expression is missing or not valid.")
        case .missingCatchHandlerBlock: ("MissingCatchHandlerBlock", "The Catch block is missing its statement block.")
        case .missingCatchOrFinally: ("MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.")
        case .missingClosingBracketOfType: ("EndSquareBracketExpectedAtEndOfType", "Missing ] at end of type token.")
        case .missingClosingBracketOfAttribute:
            ("EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
        case .missingClosingBraceOfVariable:
            ("IncompleteDollarVariableReference", "${variable} reference starting is missing the closing '}'.")
        case .missingClosingBracketOfIndex: ("MissingEndSquareBracket", "Missing ']' after array index expression.")
        case .missingCondition(let keyword):
            ("IfStatementMissingCondition", "Missing condition in if statement after '\(keyword) ('.")
        case .missingEndCurlyBrace:
            ("MissingEndCurlyBrace", "Missing closing '}' in statement block or type definition.")
        case .missingEndMultiLineComment:
            ("MissingTerminatorMultiLineComment", "The terminator '#>' is missing from the multiline comment.")
        case .missingEndParenthesisAfterForeach:
            (
                "MissingEndParenthesisAfterForeach",
                "Missing closing ')' after expression part of foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
            )
        case .missingEndParenthesisAfterStatement(let keyword):
            ("MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in '\(keyword)' statement.")
        case .missingEndParenthesisInExpression: ("MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
        case .missingEndParenthesisInMethodCall: ("MissingEndParenthesisInMethodCall", "Missing ')' in method call.")
        case .missingEndParenthesisInParameterList:
            ("MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.")
        case .missingEndParenthesisInSubexpression:
            ("MissingEndParenthesisInSubexpression", "Missing closing ')' in subexpression.")
        case .missingEndParenthesisInSwitch:
            ("MissingEndParenthesisInSwitchStatement", "Missing ')' after expression in switch statement.")
        case .missingEqualsInHashLiteral:
            ("MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.")
        case .missingExpressionAfterInvocation(let text):
            ("MissingExpression", "Missing expression after '\(text)' in pipeline element.")
        case .missingExpressionAfterKeyword(let keyword):
            ("MissingExpressionAfterKeyword", "Missing expression after '\(keyword)' in loop.")
        case .missingExpressionAfterOperator(let text):
            ("MissingExpressionAfterOperator", "Missing expression after unary operator '\(text)'.")
        case .missingExpressionAfterToken(let text): ("MissingExpressionAfterToken", "Missing expression after '\(text)'.")
        case .missingFileSpecification:
            ("MissingFileSpecification", "Missing file specification after redirection operator.")
        case .missingFinallyBlock: ("MissingFinallyStatementBlock", "The Finally block is missing its statement block.")
        case .missingForeachExpression:
            (
                "MissingForeachExpression",
                "Missing expression in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
            )
        case .missingForeachStatement:
            (
                "MissingForeachStatement",
                "Missing statement body in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
            )
        case .missingFunctionBody: ("MissingFunctionBody", "Missing function body in function declaration.")
        case .missingInInForeach:
            (
                "MissingInInForeach",
                "Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
            )
        case .missingKeyInHashLiteral: ("MissingKeyInHashLiteral", "Missing key before '=' in hash literal.")
        case .missingLoopStatement(let keyword): ("MissingLoopStatement", "Missing statement body in \(keyword) loop.")
        case .missingName(let keyword): ("MissingNameAfterKeyword", "Missing name after \(keyword) keyword.")
        case .missingOpenBrace(let keyword): ("MissingTypeBody", "Missing '{' after \(keyword) name.")
        case .missingOpenBraceOfSwitch: ("MissingCurlyBraceInSwitchStatement", "Missing '{' in switch statement.")
        case .missingOpenParenthesis(let keyword):
            ("MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword '\(keyword)'.")
        case .missingOpenParenthesisInIf(let keyword):
            ("MissingOpenParenthesisInIfStatement", "Missing '(' after '\(keyword)' in if statement.")
        case .missingPropertyName: ("MissingPropertyName", "Missing property name after reference operator.")
        case .missingPropertyTerminator:
            ("MissingPropertyTerminator", "Missing ';' or end-of-line in property definition.")
        case .missingStatementBlock(let keyword):
            ("MissingStatementBlock", "Missing statement block after \(keyword) ( condition ).")
        case .missingStatementBlockAfterElse:
            ("MissingStatementBlockAfterElse", "Missing statement block after 'else' keyword.")
        case .missingStatementInHashLiteral:
            ("MissingStatementInHashLiteral", "Missing statement after '=' in hash literal.")
        case .missingSwitchClauseBlock:
            ("MissingSwitchStatementClause", "Missing statement block in switch statement clause.")
        case .missingSwitchCondition:
            ("MissingSwitchConditionExpression", "Missing condition in switch statement clause.")
        case .missingSwitchExpression:
            ("MissingSwitchValueExpression", "Missing expression after '(' in switch statement.")
        case .missingSwitchFile:
            (
                "MissingFilenameOption",
                "Cannot process the 'switch' statement because of a missing file name argument to the -file option."
            )
        case .missingTrapStatement:
            ("MissingTrapStatement", "The 'trap' statement was incomplete. A trap statement requires a body.")
        case .missingTryBlock: ("MissingTryStatementBlock", "The Try statement is missing its statement block.")
        case .missingTypeLiteral: ("MissingTypeLiteralToken", "Missing type literal.")
        case .missingTypeName: ("MissingTypename", "Missing type name after '['.")
        case .moduleSpecificationInvalid(let reason):
            ("RequiresModuleInvalid", "The argument for the Module parameter is not valid. \(reason)")
        case .invalidUsingItemName(let text): ("InvalidValueForUsingItemName", "'\(text)' is not a valid value for using name.")
        case .wildcardInModuleName: ("WildCardModuleNameError", "Wildcard characters are not supported for module names.")
        case .missingUsingItemName: ("MissingUsingItemName", "Missing name in using statement.")
        case .missingVariableAfterForeach:
            (
                "MissingVariableNameAfterForeach",
                "Missing variable name after foreach.\nThe correct form is: foreach ($a in $b) {...}"
            )
        case .missingWhileOrUntil:
            ("MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.")
        case .multipleSwitchDefaults:
            ("MultipleSwitchDefaultClauses", "A switch statement can have only one default clause.")
        case .openBraceInVariableName:
            ("OpenBraceNeedsToBeBackTickedInVariableName", "Use `{ instead of { in variable names.")
        case .operatorRequiresVariable(let text):
            ("OperatorRequiresVariableOrProperty", "The '\(text)' operator works only on variables or on properties.")
        case .orderedWithoutHashLiteral:
            ("OrderedAttributeOnlyOnHashLiteralNode", "The ordered attribute can be specified only on a hash literal node.")
        case .parameterListAlreadyGiven:
            (
                "OnlyOneParameterListAllowed",
                "The param statement cannot be used if arguments were specified in the function declaration."
            )
        case .parameterRequiresArgument(let name):
            ("ParameterRequiresArgument", "Parameter \(name) requires an argument.")
        case .redirectionNotSupported(let text):
            ("RedirectionNotSupported", "The '\(text)' operator is reserved for future use.")
        case .requiresInvalid(let name):
            ("ParameterBindingFailed", "Cannot process the #requires statement: '\(name)' is not a valid argument of it.")
        case .reservedKeyword(let keyword):
            ("ReservedKeywordNotAllowed", "The '\(keyword)' keyword is not supported in this version of the language.")
        case .reservedParameter(let keyword, let parameter):
            ("KeywordParameterReservedForFutureUse", "The \(keyword) '-\(parameter)' parameter is reserved for future use.")
        case .splattingNotPermitted(let name):
            (
                "SplattingNotPermitted",
                "The splatting operator '@' cannot be used to reference variables in an expression. '@\(name)' can be used only "
                    + "as an argument to a command. To reference variables in an expression use '$\(name)'."
            )
        case .splattingNotPermittedInList(let name):
            (
                "SplattingNotPermittedInArgumentList",
                "Splatted variables like '@\(name)' cannot be part of a comma-separated list of arguments."
            )
        case .streamAlreadyRedirected(let stream):
            ("StreamAlreadyRedirected", "The \(stream) for this command is already redirected.")
        case .switchInputRequired:
            (
                "PipelineValueRequired",
                "A switch statement must have one of the following:  '-file file_name' or '( expression )'."
            )
        case .tooComplex: ("ScriptTooComplicated", "Processing was stopped because the script is too complex.")
        case .unexpectedAttribute(let name): ("UnexpectedAttribute", "Unexpected attribute '\(name)'.")
        case .unexpectedTernary: ("MissingColonInTernaryExpression", "Missing ':' in the ternary expression.")
        case .unexpectedToken(let token): ("UnexpectedToken", "Unexpected token '\(token)' in expression or statement.")
        case .unrecognizedToken: ("UnrecognizedToken", "Unrecognized token in source text.")
        case .unterminatedString(let quote):
            ("TerminatorExpectedAtEndOfString", "The string is missing the terminator: \(quote).")
        case .usingMustBeAtStart:
            (
                "UsingMustBeAtStartOfScript",
                "A 'using' statement must appear before any other statements in a script."
            )
        case .invalidFunctionParameter:
            (
                "InvalidFunctionParameter",
                "Parameter declarations are a comma-separated list of variable names with optional initializer expressions."
            )
        case .memberNameExpected: ("MissingMemberName", "Missing member name in type definition.")
        case .duplicateEnumMember(let name):
            ("MemberAlreadyDefined", "The member '\(name)' is already defined.")
        }
    }
}
