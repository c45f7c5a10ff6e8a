import Syntax
import Testing

@Suite struct StatementTests {
    static let statements = [
        Case("if ($x) { 1 }", "(if $x {1})"),
        Case("if ($x) { 1 } elseif ($y) { 2 }\nelse { 3 }", "(if $x {1} $y {2} else {3})"),
        Case("if(1){2}3", "(if 1 {2}) 3"),
        Case("while ($x -lt 3) { $x++ }", "(while (less $x 3) {(postIncrement $x)})"),
        Case("do { 1 } while ($x)", "(do {1} while $x)"),
        Case("do { 1 } until (foo)", "(do {1} until (cmd foo))"),
        Case("for ($i = 0; $i -lt 3; $i++) { $i }", "(for (= $i 0) (less $i 3) (postIncrement $i) {$i})"),
        Case("for (;;) { break }", "(for _ _ _ {(break)})"),
        Case("for ($i = 0\n$i -lt 3\n$i++) { }", "(for (= $i 0) (less $i 3) (postIncrement $i) {})"),
        Case("foreach ($x in 1..3) { $x }", "(foreach $x (.. 1 3) {$x})"),
        Case("foreach ($x in Get-Item *) { }", "(foreach $x (cmd Get-Item *) {})"),
        Case(":outer foreach ($x in $y) { continue outer }", "(foreach:outer $x $y {(continue outer)})"),
        Case("switch ($x) { 1 { 'a' } 'b' { 2 } default { 3 } }", "(switch $x 1 {'a'} 'b' {2} default {3})"),
        Case("switch -Regex -CaseSensitive ($x) { '^a' { } }", "(switch -regex -case $x '^a' {})"),
        Case("switch -wildcard ($x) { a* { 1 } }", "(switch -wildcard $x a* {1})"),
        Case("switch -file x.txt { { $_ -gt 1 } { 1 } }", "(switch -file x.txt {(greater $_ 1)} {1})"),
        Case("switch (1) { { $true } { 1 } $y { 2 } -5 { 3 } }", "(switch 1 {$true} {1} $y {2} -5 {3})"),
        Case("return", "(return)"),
        Case("return 1, 2", "(return (, 1 2))"),
        Case("return $x = 1", "(return (= $x 1))"),
        Case("exit 3", "(exit 3)"),
        Case("throw 'x'", "(throw 'x')"),
        Case("throw [E]::new('x')", "(throw (call:: [E] new 'x'))"),
        Case("try { 1 } catch { 2 }", "(try {1} (catch {2}))"),
        Case("try { 1 }\ncatch [A], [B.C] { 2 } finally { 3 }", "(try {1} (catch [A] [B.C] {2}) finally {3})"),
        Case("trap [E] { continue }\n1", "(trap [E] {(continue)}) 1"),
        Case("function f { 1 }", "(function f 1)"),
        Case("function f($a, [int]$b = 3) { $a }", "(function f (param $a [int]$b=3) $a)"),
        Case("function global:prompt { 'x' }", "(function global:prompt 'x')"),
        Case(
            "function Get-X { param([Parameter(Mandatory, Position=0)][string[]]$Name) $Name }",
            "(function Get-X (param [Parameter(Mandatory Position=0)][string[]]$Name) $Name)"),
        Case(
            "function f { [CmdletBinding()] param() begin { 1 } process { 2 } end { 3 } }",
            "(function f [CmdletBinding()] (param) (begin 1) (process 2) (end 3))"),
        Case("filter f { $_ }", "(filter f $_)"),
        Case("param($a, $b = (1, 2))", "(param $a $b=(paren (, 1 2)))"),
        Case(
            "[CmdletBinding()]\nparam(\n  [Parameter()]\n  [string]\n  $a\n)\n$a",
            "[CmdletBinding()] (param [Parameter()][string]$a) $a"),
        Case(
            "class A : B, C { [int]$x = 1; static [string]$y\nhidden $z\nA([int]$q) : base($q) { } [int] M() { return 1 } static [void] N($a) { } }",
            "(class A [B] [C] (property [int] $x 1) (property static [string] $y) (property hidden $z) "
                + "(constructor A (base $q) (param [int]$q)) (method [int] M (param) (return 1)) (method static [void] N (param $a)))"
        ),
        Case("enum E { A; B = 2\nC }", "(enum E A B=2 C)"),
        Case("[Flags()] enum E : byte { A = 1 }", "(enum [Flags()] E [byte] A=1)"),
        Case("using namespace System.IO\n1", "(using namespace System.IO) 1"),
        Case("data X -SupportedCommand ConvertTo-X { 'a' }", "(data X ConvertTo-X {'a'})"),
        Case("# c\n1 # d\n<# e\n #> 2", "1 2"),
        Case("if ($x -eq 1) # c\n{ 2 }", "(if (equal $x 1) {2})"),
        Case("else { 1 }", "(cmd else {1})"),
        Case("begin { 1 } end { 2 }", "(begin 1) (end 2)"),
        Case("clean { 1 } process { 2 }", "(process 2) (clean 1)"),
        Case("{ 1 }.Invoke()", "(call. {1} Invoke)"),
        Case("[int] $x\n[string]$y", "(cast [int] $x) (cast [string] $y)"),
        Case("$x | ForEach-Object { if ($_) { continue } }", "(pipe $x (cmd ForEach-Object {(if $_ {(continue)})}))"),
        Case("(Get-Item x).Name", "(. (paren (cmd Get-Item x)) Name)"),
        Case(
            "Get-Container | ? { $_.Name -eq 'Demo' } | select -f 1",
            "(pipe (cmd Get-Container) (cmd ? {(equal (. $_ Name) 'Demo')}) (cmd select -f 1))"),
        Case("#!/usr/bin/env bulkhead\n1", "1"),
        Case("", ""),
    ]

    @Test(arguments: statements) func `statements follow their keywords`(_ row: Case) {
        #expect(dump(row.source) == row.expected)
    }
}
