import TestSupport
import Testing

/// Code that leads back to itself, by every way into the interpreter, ends in an error: never in a signal, and never in a wait.
@Suite struct DepthTests {
    /// What must be printed.
    private static let overflow = "call depth overflow"
    private static let node = "$o = [pscustomobject]@{ a = 1 }; $o | Add-Member"

    /// Ways back into the interpreter, each with what it ends in.
    static let ways: [(name: String, script: String, expected: String)] = [
        ("function", "function f { f }; f", overflow),
        ("argument", "function f($n) { f ($n + 1) }; f 1", overflow),
        ("pipeline", "filter f { $_ | f }; 1 | f", overflow),
        ("named blocks", "function f { begin { f } end { f } }; f", overflow),
        ("block", "$b = { & $b }; & $b", overflow),
        ("dot-sourced block", "$b = { . $b }; . $b", overflow),
        ("Invoke", "$b = { $b.Invoke() }; $b.Invoke()", overflow),
        ("default value", "function f($x = (f)) { }; f", overflow),
        ("default of an advanced function", "function f { [CmdletBinding()] param($x = (f)) }; f", overflow),
        ("dynamic parameters", "function f { [CmdletBinding()] param() dynamicparam { f } end { } }; f", overflow),
        ("ValidateScript", "function f { param([ValidateScript({ f 1 })] $x) }; f 1", overflow),
        (
            "transformation",
            """
            class T : System.Management.Automation.ArgumentTransformationAttribute {
                [object] Transform([System.Management.Automation.EngineIntrinsics]$e, [object]$v) { return f $v }
            }
            function f { param([T()] $x) }; f 1
            """, overflow
        ),
        (
            "values of a set",
            """
            class G : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return f a } }
            function f { param([ValidateSet([G])] $x) }; f a
            """, overflow
        ),
        ("script property", node + " ScriptProperty p { $this.p }; $o.p", overflow),
        ("script property that is set", node + " ScriptProperty p { 1 } { $this.p = 2 }; $o.p = 1", overflow),
        (
            "script property of Select-Object", node + " ScriptProperty p { $this | Select-Object p }; $o | Select-Object p",
            overflow
        ),
        ("script property of ConvertTo-Json", node + " ScriptProperty p { $this | ConvertTo-Json }; $o | ConvertTo-Json", overflow),
        ("script property of Sort-Object", node + " ScriptProperty p { $this.p }; $o, $o | Sort-Object p", overflow),
        (
            "script property of Format-List", node + " ScriptProperty p { $this | Format-List | Out-String }; $o | Format-List",
            overflow
        ),
        ("script property that shows itself", node + " ScriptProperty p { $this | Out-String }; $o | Out-String; 'done'", "done"),
        ("script method", node + " ScriptMethod m { $this.m() }; $o.m()", overflow),
        ("alias property", node + " AliasProperty p q; $o | Add-Member AliasProperty q p; $o.p", "leads back to itself"),
        ("alias property that is set", node + " AliasProperty p p; $o.p = 1", "leads back to itself"),
        ("shown alias property", node + " AliasProperty p q; $o | Add-Member AliasProperty q p; $o | Format-List; 'done'", "done"),
        ("property's default", "class C { $x = [C]::new() }; [C]::new()", overflow),
        ("defaults of two classes", "class A { $x = [B]::new() }; class B { $x = [A]::new() }; [A]::new()", overflow),
        ("constructor", "class C { C() { [C]::new() } }; [C]::new()", overflow),
        ("method", "class C { m() { $this.m() } }; [C]::new().m()", overflow),
        ("ToString in a string", "class C { [string] ToString() { return \"$this\" } }; \"$([C]::new())\"", overflow),
        ("ToString", "class C { [string] ToString() { return $this.ToString() } }; [C]::new().ToString()", overflow),
        (
            "ToString in a string, caught",
            "class C { [string] ToString() { return \"$this\" } }; try { \"$([C]::new())\" } catch { $_.FullyQualifiedErrorId }",
            "CallDepthOverflow"
        ),
        (
            "ToString of a sum, caught",
            "class C { [string] ToString() { return \"$this\" } }; try { 'a' + [C]::new() } catch { $_.FullyQualifiedErrorId }",
            "CallDepthOverflow"
        ),
        ("Equals", "class C { [bool] Equals($o) { return $this -eq $o } }; [C]::new() -eq [C]::new()", overflow),
        ("conversion", "class C { C([int]$n) { [C]$n } }; [C]5", overflow),
        ("delegate", "$f = [Func[int]] { $f.Invoke() }; $f.Invoke()", overflow),
        ("ForEach-Object", "$b = { 1 | ForEach-Object $b }; & $b", overflow),
        ("Where-Object", "$b = { 1 | Where-Object $b }; & $b", overflow),
        ("ForEach", "$b = { (1).ForEach($b) }; & $b", overflow),
        ("Sort-Object", "$b = { 1, 2 | Sort-Object $b }; & $b", overflow),
        ("Select-Object", "$b = { 1 | Select-Object @{ n = 'x'; e = $b } }; & $b", overflow),
        ("-replace", "$b = { 'a' -replace 'a', $b }; & $b", overflow),
        ("switch", "$b = { switch (1) { $b { 1 } } }; & $b", overflow),
        ("Invoke-Expression", "function f { Invoke-Expression 'f' }; f", overflow),
        ("Invoke-Command", "$b = { Invoke-Command $b }; & $b", overflow),
        ("trap", "function f { trap { f } throw 1 }; f", overflow),
        ("catch", "function f { try { throw 1 } catch { f } }; f", overflow),
        ("finally", "function f { try { } finally { f } }; f", overflow),
        ("caught at each level", "function f { try { f } catch { } }; f; 'done'", "done"),
        ("tried again at each level", "function f { try { f } catch { f } }; f; 'done'", "done"),
        ("finally at each level", "function f { try { f } finally { f } }; f; 'done'", "done"),
        (
            "closure", "$b = { & $b }.GetNewClosure(); for ($i = 0; $i -lt 20000; $i++) { $b = { & $b }.GetNewClosure() }; & $b",
            overflow
        ),
        (
            "completer",
            "function f { param([ArgumentCompleter({ (TabExpansion2 'f -x a' 6).CompletionMatches })] $x) }; "
                + "$null = (TabExpansion2 'f -x a' 6); 'done'", "done"
        ),
        ("event", "$null = Register-EngineEvent x -Action { New-Event x }; $null = New-Event x; Start-Sleep 0.2; 'done'", "done"),
        ("truth of a list that holds itself", "$a = [Collections.ArrayList]@(); $null = $a.Add($a); [bool]$a; 'done'", "done"),
        ("tree that holds itself", "$a = @{}; $a.a = $a; $null = $a | Format-Custom -Depth 100000 | Out-String; 'done'", "done"),
        ("parentheses", "Invoke-Expression ('(' * 100000 + '1' + ')' * 100000)", "too complex"),
        ("blocks", "Invoke-Expression ('{' * 100000 + '1' + '}' * 100000)", "too complex"),
        ("arrays", "Invoke-Expression ('@(' * 100000 + '1' + ')' * 100000)", "too complex"),
        ("array ranks", "Invoke-Expression ('[int' + '[]' * 100000 + ']')", "too complex"),
    ]

    /// Where a way is taken: runspaces have threads of their own, with stacks of their own.
    static let places: [(name: String, around: @Sendable (String) -> String)] = [
        ("the shell", { $0 }),
        ("a thread job", { "Start-ThreadJob {\n\($0)\n} | Receive-Job -Wait -AutoRemoveJob" }),
    ]

    @Test(arguments: ways.indices, places.indices) func endsInAnAnswer(_ way: Int, _ place: Int) throws {
        let (name, script, expected) = Self.ways[way]
        let (where_, around) = Self.places[place]
        // Debug builds check each access to memory against all accesses around it, which takes the square of the depth.
        let seconds: Double = ShellProcess.executable.contains("/debug/") ? 100 : 10
        let result = try ShellProcess.run(["-NoProfile", "-NonInteractive", "-Command", around(script)], seconds: seconds)
        #expect(result.exitCode >= 0 && result.exitCode < 2, "\(name) in \(where_) ended with \(result.exitCode)")
        #expect(result.output.contains(expected), "\(name) in \(where_) printed \(result.output.prefix(500))")
    }
}
