import SourceText
import Syntax
import Testing

@Suite struct ErrorTests {
    /// Texts, each with the id and message of its first error and the text that the error marks.
    static let errors: [(String, String, String, String)] = [
        ("if ($true) {", "MissingEndCurlyBrace", "Missing closing '}' in statement block or type definition.", "{"),
        ("'abc", "TerminatorExpectedAtEndOfString", "The string is missing the terminator: '.", "'abc"),
        ("\"abc", "TerminatorExpectedAtEndOfString", "The string is missing the terminator: \".", "\"abc"),
        ("@\"\nabc", "TerminatorExpectedAtEndOfString", "The string is missing the terminator: \"@.", "@\"\nabc"),
        ("@'\nabc\n  '@", "WhitespaceBeforeHereStringFooter", "White space is not allowed before the string terminator.", "'@"),
        (
            "@'abc\n'@", "UnexpectedCharactersAfterHereStringHeader",
            "No characters are allowed after a here-string header but before the end of the line.", "a"
        ),
        ("using module ", "MissingUsingItemName", "Missing name in using statement.", ""),
        ("using module 123", "InvalidValueForUsingItemName", "'123' is not a valid value for using name.", "123"),
        ("using module )", "InvalidValueForUsingItemName", "')' is not a valid value for using name.", ")"),
        ("using module fo*", "WildCardModuleNameError", "Wildcard characters are not supported for module names.", "fo*"),
        (
            "using module @{ Foo = 'Foo' }", "RequiresModuleInvalid",
            "The argument for the Module parameter is not valid. 'Foo' is none of its keys.", "@{ Foo = 'Foo' }"
        ),
        (
            "using module @{ ModuleName = 'Foo' }", "RequiresModuleInvalid",
            "The argument for the Module parameter is not valid. ModuleVersion, MaximumVersion or RequiredVersion is missing.",
            "@{ ModuleName = 'Foo' }"
        ),
        (
            "[datetime]$_ = 1", "AssignmentStatementToAutomaticNotSupported",
            "Cannot assign automatic variable '_' with type 'datetime'",
            "[datetime]$_ = 1"
        ),
        (
            "[ordered]$x", "OrderedAttributeOnlyOnHashLiteralNode",
            "The ordered attribute can be specified only on a hash literal node.",
            "[ordered]$x"
        ),
        ("| foo", "EmptyPipeElement", "An empty pipe element is not allowed.", "|"),
        ("foo | | bar", "EmptyPipeElement", "An empty pipe element is not allowed.", "|"),
        ("foo | ; bar", "EmptyPipeElement", "An empty pipe element is not allowed.", "|"),
        ("foo | 1", "ExpressionsMustBeFirstInPipeline", "Expressions are only allowed as the first element of a pipeline.", "1"),
        ("(1 + 2", "MissingEndParenthesisInExpression", "Missing closing ')' in expression.", ""),
        ("(1 2)", "MissingEndParenthesisInExpression", "Missing closing ')' in expression.", "2"),
        ("()", "ExpectedExpression", "An expression was expected after '('.", ")"),
        ("$(1", "MissingEndParenthesisInSubexpression", "Missing closing ')' in subexpression.", "$("),
        ("1 +", "ExpectedValueExpression", "You must provide a value expression following the '+' operator.", "+"),
        ("1 + ; 2", "ExpectedValueExpression", "You must provide a value expression following the '+' operator.", "+"),
        ("$x = ", "ExpectedValueExpression", "You must provide a value expression following the '=' operator.", "="),
        ("-not", "MissingExpressionAfterOperator", "Missing expression after unary operator '-not'.", "-not"),
        ("+name", "MissingExpressionAfterOperator", "Missing expression after unary operator '+'.", "+"),
        ("- name", "MissingExpressionAfterOperator", "Missing expression after unary operator '-'.", "-"),
        ("8/a", "ExpectedValueExpression", "You must provide a value expression following the '/' operator.", "/"),
        ("try { } finally { break }", "ControlLeavingFinally", "Flow of control cannot leave a Finally block.", "break"),
        (
            "try { } finally { foreach ($i in 1) { return 1 } }", "ControlLeavingFinally",
            "Flow of control cannot leave a Finally block.", "return 1"
        ),
        (
            ":a foreach ($i in 1) { try { } finally { foreach ($j in 1) { continue a } } }", "ControlLeavingFinally",
            "Flow of control cannot leave a Finally block.", "continue a"
        ),
        ("class A { M() { foreach ($i in 1) { break b } } }", "LabelNotFound", "Label 'b' not found inside the method.", "break b"),
        ("class A { M() { & { break b } } }", "LabelNotFound", "Label 'b' not found inside the method.", "break b"),
        ("class A { M() { return 1 } }", "VoidMethodHasReturn", "Invalid return statement within void method.", "return 1"),
        (
            "class A { [int] M() { return } }", "NonVoidMethodMissingReturnValue",
            "Invalid return statement within non-void method.",
            "return"
        ),
        ("1,", "MissingExpressionAfterToken", "Missing expression after ','.", ","),
        ("$x foo", "UnexpectedToken", "Unexpected token 'foo' in expression or statement.", "foo"),
        ("1 'a'", "UnexpectedToken", "Unexpected token ''' in expression or statement.", "'"),
        ("}", "UnexpectedToken", "Unexpected token '}' in expression or statement.", "}"),
        ("foo )", "UnexpectedToken", "Unexpected token ')' in expression or statement.", ")"),
        ("foo a,", "MissingArgument", "Missing argument in parameter list.", ","),
        ("foo ,a", "MissingArgument", "Missing argument in parameter list.", ","),
        ("foo -a:", "ParameterRequiresArgument", "Parameter -a: requires an argument.", "-a:"),
        ("foo >", "MissingFileSpecification", "Missing file specification after redirection operator.", ">"),
        ("foo < x", "RedirectionNotSupported", "The '<' operator is reserved for future use.", "<"),
        ("foo > a > b", "StreamAlreadyRedirected", "The output stream for this command is already redirected.", "> b"),
        ("foo &&", "EmptyPipelineChainElement", "Missing statement after '&&' in pipeline chain.", "&&"),
        ("&", "MissingExpression", "Missing expression after '&' in pipeline element.", "&"),
        ("if $x { }", "MissingOpenParenthesisInIfStatement", "Missing '(' after 'if' in if statement.", "$x"),
        ("if () { }", "IfStatementMissingCondition", "Missing condition in if statement after 'if ('.", ")"),
        ("if (1) 2", "MissingStatementBlock", "Missing statement block after if ( condition ).", "2"),
        ("while { }", "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword 'while'.", "{"),
        ("do { } 1", "MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.", "1"),
        (
            "foreach ($x) { }", "MissingInInForeach",
            "Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}", ")"
        ),
        (
            "foreach -parallel ($x in $y) { }", "KeywordParameterReservedForFutureUse",
            "The foreach '-parallel' parameter is reserved for future use.", "-parallel"
        ),
        ("switch ($x) { 1 }", "MissingSwitchStatementClause", "Missing statement block in switch statement clause.", "}"),
        (
            "switch ($x) { default { } default { } }", "MultipleSwitchDefaultClauses",
            "A switch statement can have only one default clause.", "default"
        ),
        ("try { 1 }", "MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.", "try { 1 }"),
        ("catch { }; try { } catch { } catch { }", "EmptyCatchNotLast", "Catch block must be the last catch block.", "catch { }"),
        ("function { }", "MissingNameAfterKeyword", "Missing name after function keyword.", "{"),
        ("function f", "MissingFunctionBody", "Missing function body in function declaration.", ""),
        ("function f($a, $a) { }", "DuplicateFormalParameter", "Duplicate parameter $a in parameter list.", "$a"),
        ("@{ a = 1; A = 2 }", "DuplicateKeyInHashLiteral", "Duplicate keys 'A' are not allowed in hash literals.", "A"),
        ("@{ a }", "MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.", "}"),
        ("@{ a = 1", "IncompleteHashLiteral", "The hash literal was incomplete.", "@{"),
        ("$x.", "MissingPropertyName", "Missing property name after reference operator.", "."),
        ("$x[]", "MissingArrayIndexExpression", "Array index expression is missing or not valid.", "]"),
        ("$x[0", "MissingEndSquareBracket", "Missing ']' after array index expression.", ""),
        ("$x.f(1", "MissingEndParenthesisInMethodCall", "Missing ')' in method call.", ""),
        (
            "1 = 2", "InvalidLeftHandSide",
            "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept "
                + "assignments, such as a variable or a property.", "1"
        ),
        ("5++", "UnexpectedToken", "Unexpected token '+' in expression or statement.", "+"),
        ("++5", "OperatorRequiresVariableOrProperty", "The '++' operator works only on variables or on properties.", "++"),
        (
            "\"$x: y\"", "InvalidVariableReferenceWithDrive",
            "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
            "$x:"
        ),
        (
            "1 + @x", "SplattingNotPermitted",
            "The splatting operator '@' cannot be used to reference variables in an expression. '@x' can be used only as an argument to a "
                + "command. To reference variables in an expression use '$x'.", "@x"
        ),
        ("<# x", "MissingTerminatorMultiLineComment", "The terminator '#>' is missing from the multiline comment.", "<#"),
        ("300y", "BadNumericConstant", "The numeric constant 300y is not valid.", "300y"),
        (
            "\"`u{110000}\"", "InvalidUnicodeEscapeSequenceValue",
            "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.", "`u{110000}"
        ),
        ("[]", "MissingTypename", "Missing type name after '['.", "]"),
        ("[int", "EndSquareBracketExpectedAtEndOfType", "Missing ] at end of type token.", ""),
        (
            "1; using namespace X", "UsingMustBeAtStartOfScript",
            "A 'using' statement must appear before any other statements in a script.", "using namespace X"
        ),
        (
            "begin { } foo", "BadlyFormedCmdlet",
            "Could not process combined Begin/Process/End clauses with command text. A script or function can either have "
                + "begin/process/end clauses or command text but not both.", "foo"
        ),
    ]

    @Test(arguments: errors.map { ($0.0, [$0.1, $0.2, $0.3]) })
    func `errors are PowerShell's`(_ source: String, _ expected: [String]) throws {
        let file = SourceFile(text: source)
        let error = try #require(Parser.parse(file).errors.first)
        #expect([error.errorID, error.message, file.text(of: error.span)] == expected)
    }

    static let incomplete = [
        "if ($x) {", "if (", "if", "{", "(", "$(", "@(", "@{", "@{ a =", "\"abc", "'abc", "@\"\nabc", "@'", "foo |", "foo `", "1 +",
        "$x =", "foo &&", "foo |\n# c\n", "<# c", "function f", "function f {", "foreach ($x in", "do { }", "try { 1 }", "$x.f(",
        "$x[", "foo a,", "[int", "switch ($x) { 1", "class A {", "param(", "param($x,", "\"$(", "\"$(foo", "${abc", "-not", "! ",
        "if (1) { foo } else", "while (1)", "$x -eq", "$true ? 1 :", "& ",
        "function f {\n[CmdletBinding()]", "[CmdletBinding()]\n", "function f {\n[CmdletBinding()]\n[OutputType([int])]",
    ]

    @Test(arguments: incomplete) func `an unfinished text asks for more`(_ source: String) {
        #expect(parse(source).isIncomplete)
    }

    static let final = [
        "}", "[CmdletBinding()]\nGet-Date", "1 2", "foo | | bar", "(1 2", "if ($x) } {", "{ 1 2 ", "$x foo {", "300y + (", "foo )",
    ]

    @Test(arguments: final) func `a wrong text does not ask for more`(_ source: String) {
        let result = parse(source)
        #expect(!result.errors.isEmpty && !result.isIncomplete)
    }

    @Test func `several errors are found and each stands alone`() {
        let result = parse("1 2\n$x foo\nif () { }\nok")
        #expect(result.errors.map(\.errorID) == ["UnexpectedToken", "UnexpectedToken", "IfStatementMissingCondition"])
    }

    @Test func `at most twenty errors are kept`() {
        #expect(parse(String(repeating: "1 2\n", count: 100)).errors.count == Parser.maximumErrorCount)
    }

    /// Ways out that stay inside a finally block or a method, or leave it by a block of their own.
    @Test(arguments: [
        "try { } finally { foreach ($i in 1) { break } }", "try { } finally { & { return 1 } }", "try { } finally { throw 1 }",
        "try { } finally { :a foreach ($i in 1) { foreach ($j in 1) { continue a } } }",
        "try { } finally { function f { return 1 } }",
        "try { } finally { switch (1) { 1 { break } } }", "foreach ($i in 1) { try { break } catch { continue } finally { } }",
        "class A { M() { :b foreach ($i in 1) { & { break b } } } }", "class A { M() { break } }", "class A { M() { return } }",
        "class A { A() { return } }", "class A { [void] M() { return } }", "class A { [int] M() { & { return }; return 1 } }",
    ]) func allowedJump(_ text: String) {
        #expect(Parser.parse(SourceFile(text: text)).errors.isEmpty)
    }
}
