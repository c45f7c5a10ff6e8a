import FoundationEssentials
import TestSupport
import Testing

/// `-File` and `-Command` as whole processes: scopes, ways out of the script, exit codes.
@Suite struct ScriptFileTests {
    /// Runs a script by -File in a folder of its own.
    private func run(_ script: String, arguments: [String] = []) throws -> ShellProcess.Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "script-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "script.ps1")
        try Data(script.utf8).write(to: file)
        return try ShellProcess.run(["-NoProfile", "-File", file.path] + arguments)
    }

    @Test func scriptRunsInTheGlobalScope() throws {
        let script = """
            param($given)
            $x = 5
            function Show { "x is $global:x and $x" }
            Set-Alias show-it Show
            $module = New-Module { function From-Module { "module sees $x"; show-it } }
            From-Module
            $global:x = 6; "$x $script:x"
            $ErrorActionPreference = 'SilentlyContinue'
            & $module { Get-Item /no/such }
            "$given $args"
            """
        #expect(
            try run(script, arguments: ["a", "b", "c"]).output
                == "module sees 5\nx is 5 and 5\n6 6\na b c\n")
    }

    @Test func scriptKnowsItself() throws {
        let result = try run(
            """
            $MyInvocation.MyCommand.Name
            $MyInvocation.MyCommand.Path -eq $PSCommandPath
            $MyInvocation.InvocationName -eq $PSCommandPath
            exit 4
            """)
        #expect(result.output == "script.ps1\nTrue\nTrue\n")
        #expect(result.exitCode == 4)
    }

    @Test(arguments: ["break", "continue", "& { break }", "1..3 | ForEach-Object { continue nowhere }"])
    func loopStatementWithoutALoopEndsTheScriptSilently(_ statement: String) throws {
        let result = try run("'before'\n\(statement)\n'not reached'")
        #expect(result.output == "before\n")
        #expect(result.exitCode == 0)
        let command = try ShellProcess.run(["-NoProfile", "-Command", "'before'; \(statement); 'not reached'"])
        #expect(command.output == "before\n")
        #expect(command.exitCode == 0)
    }

    @Test(arguments: ["no-such-script.ps1", "/", ""]) func missingScriptIsAUsageError(_ path: String) throws {
        let result = try ShellProcess.run(["-NoProfile", "-File", path])
        #expect(result.exitCode == 64)
        if !path.isEmpty {
            #expect(result.output.hasPrefix("The argument '\(path)' is not recognized as the name of a script file."))
        }
    }
}
