import EngineTestSupport
import Interpreter
import Testing

/// A session that has ended is freed: a program may start many, one for each runspace.
@Suite struct SessionLifetimeTests {
    @Test(arguments: [
        "", "$x = 1; function f { $x }; f", "Import-Module Microsoft.PowerShell.Utility; Get-Module",
        "1..3 | ForEach-Object { $_ }",
        "function h { [CmdletBinding()] param($a) $PSCmdlet.ParameterSetName }; h 1",
        "1..9 | ForEach-Object { $_ } | Select-Object -First 1",
        "1 | ForEach-Object { throw 'x' }", "1..3 | Where-Object { $_ } | Sort-Object { $_ } | Group-Object { $_ }",
        "$m = New-Module { function g { 'g' } }; Import-Module $m; g", "try { throw 'x' } catch { $_ }; $Error[0]",
        "class C { [int] $N = 1; [int] M() { return $this.N } }; [C]::new().M()", "$b = { $args }.GetNewClosure(); & $b 1",
        "Set-Alias q Get-Date; $q = Get-Command q; Get-Process -Id $PID | Out-Null",
        "[powershell]::Create().AddScript('2').Invoke()",
        "Get-ChildItem function: | Out-Null; $ExecutionContext.SessionState.Path.CurrentLocation.Path; $Host.Name",
    ])
    func endsWithItsLastReference(_ script: String) {
        weak var engine: Engine?
        weak var global: Scope?
        do {
            let session = TestSession()
            engine = session.engine
            global = session.engine.global
            _ = session.run(script)
        }
        // Modules and classes keep the global scope alive, but it has no variables any more.
        let (isOver, isEmpty) = (engine == nil, global?.variables.isEmpty ?? true)
        #expect(isOver)
        #expect(isEmpty)
    }
}
