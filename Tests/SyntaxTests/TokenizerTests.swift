import SourceText
import Syntax
import Testing

@Suite struct TokenizerTests {
    static let lines = [
        Case(
            "Get-Process -Name csrss | ? { $_.Id -gt 5 } # c",
            "command:Get-Process parameter:-Name argument:csrss operator:| command:? variable:$_ member:Id operator:-gt number:5 comment:# c"
        ),
        Case("if ($x) { \"a $x b\" }", "keyword:if variable:$x string:\"a  variable:$x string: b\""),
        Case("[int]$x = 5kb", "type:int variable:$x operator:= number:5kb"),
        Case("foo \"abc", "command:foo string:\"abc"),
        Case("@{ a = 'b' }", "member:a operator:= string:'b'"),
        Case("function Get-X { return 1 }", "keyword:function command:Get-X keyword:return number:1"),
        Case(":a while (1) { break a }", "label::a keyword:while number:1 keyword:break argument:a"),
        Case("& $x a", "operator:& variable:$x argument:a"),
        Case("foo > x 2>&1", "command:foo operator:> argument:x operator:2>&1"),
        Case("[math]::Pi", "type:math member:Pi"),
    ]

    @Test(arguments: lines) func `tokens are classified, also of an unfinished line`(_ row: Case) {
        let file = SourceFile(text: row.source)
        let text = Tokenizer.tokens(of: file).map { "\($0.kind):\(file.text(of: $0.span))" }.joined(separator: " ")
        #expect(text == row.expected)
    }
}
