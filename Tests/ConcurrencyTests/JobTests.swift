import FoundationEssentials
import Glibc
import LinuxSystem
import TestSupport
import Testing

/// Jobs, thread jobs and parallel pipelines: what they share is shared correctly, and nothing of them is left behind.
@Suite struct JobTests {
    private static func run(_ script: String, seconds: Double = 120) throws -> ShellProcess.Result {
        try ShellProcess.run(["-NoProfile", "-Command", script], seconds: seconds)
    }

    /// A hundred runspaces with values, sleeps, programs and errors at the same time.
    @Test func `a hundred runspaces share a hashtable and a list`() throws {
        let result = try Self.run(
            """
            $table = @{}; $list = [Collections.Generic.List[string]]::new(); $text = [Text.StringBuilder]::new()
            1..100 | ForEach-Object -Parallel {
                $t = $using:table; $l = $using:list; $s = $using:text
                foreach ($i in 1..20) {
                    $t["$_.$i"] = @{ text = "value $i" }
                    $l.Add("$_-$i")
                    if ($i % 10 -eq 0) { $t.Remove("$_.$($i - 1)"); Start-Sleep -Milliseconds ($_ % 7); [void]$s.Append('x') }
                    if ($i -eq 13) { $t["$_.program"] = /bin/echo "program $_" }
                    if ($i -eq 17) { try { throw "error $_" } catch { $t["$_.error"] = "$_" } }
                    if ($i -gt 17) { foreach ($entry in @($l)) { if ($entry.Length -eq 0) { throw 'a torn list' } } }
                }
            } -ThrottleLimit 100
            "$($table.Count) $($list.Count) $($text.Length)"
            ($table.Keys | Where-Object { $_ -like '*.program' } | ForEach-Object { $table[$_] } | Sort-Object -Unique).Count
            """)
        // Each runspace removes 2 of its 20 entries again, and adds one for a program and one for an error.
        #expect(result.output.hasPrefix("2000 2000 200\n"), "\(result.output)")
        #expect(result.output.hasSuffix("100\n"), "\(result.output)")
        #expect(result.exitCode == 0)
    }

    @Test func `jobs in processes overlap`() throws {
        let result = try Self.run(
            """
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $jobs = 1..8 | ForEach-Object { Start-Job { Start-Sleep 1; $args[0] } -ArgumentList $_ }
            ($jobs | Receive-Job -Wait -AutoRemoveJob | Sort-Object) -join ' '
            $watch.Elapsed.TotalSeconds -lt 7
            """)
        #expect(result.output == "1 2 3 4 5 6 7 8\nTrue\n")
    }

    /// The processes whose command line contains a word.
    private static func processes(with word: String) -> [Int32] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }.filter { pid in
            guard pid != getpid(), let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { return false }
            return String(decoding: bytes, as: UTF8.self).contains(word)
        }
    }

    private static func wait(seconds: Double, until isTrue: () -> Bool) -> Bool {
        for _ in 0..<Int(seconds * 50) {
            if isTrue() { return true }
            usleep(20_000)
        }
        return isTrue()
    }

    /// A job's process is recognised by the length of its sleep, which no other process has.
    @Test(arguments: ["exit", "end of input", "kill -9"]) func `no process of a job outlives the shell`(_ end: String) throws {
        let mark = "\(100_000 + Int.random(in: 1..<100_000)).5"
        let start = "$j = Start-Job { /bin/sleep \(mark) }; $t = Start-ThreadJob { /bin/sleep \(mark) }; Start-Sleep 1; "
        let ending = end == "exit" ? "exit 3" : end == "kill -9" ? "/bin/kill -9 $PID" : "'over'"
        let started = monotonicSeconds()
        let result = try Self.run(start + ending)
        #expect(monotonicSeconds() - started < 30)
        if end == "exit" { #expect(result.exitCode == 3) }
        let isGone = Self.wait(seconds: 5) { Self.processes(with: mark).isEmpty }
        #expect(isGone, "left: \(Self.processes(with: mark))")
        for pid in Self.processes(with: mark) { kill(pid, SIGKILL) }
    }

    @Test func `a job that does not heed a stop is ended`() throws {
        let result = try Self.run(
            """
            $job = Start-Job { $PID; /bin/sh -c 'trap "" INT TERM; while :; do /bin/sleep 1; done' }
            while (-not ($process = Receive-Job $job)) { Start-Sleep -Milliseconds 20 }
            Stop-Job $job; $job.State; Test-Path /proc/$process
            """)
        #expect(result.output == "Stopped\nFalse\n")
    }

    @Test func `the shell's end runs what waits for it`() throws {
        let result = try Self.run("$null = Register-EngineEvent PowerShell.Exiting -Action { Write-Host 'goodbye' }; 'hello'")
        #expect(result.output == "hello\ngoodbye\n")
    }

    @Test func `a job on the simulated host sees the same host`() throws {
        let result = try ShellProcess.run([
            "-NoProfile", "-Engine", "Simulated", "-Command",
            """
            $null = New-Container -Name FROMJOB -ContainerImageName NanoServer
            Start-Job { (Get-Container).Name; $PWD.Path; 'text' > C:\\job.txt } | Receive-Job -Wait -AutoRemoveJob
            Get-Content C:\\job.txt
            1 | ForEach-Object -Parallel { (Get-Container).Name }
            """,
        ])
        #expect(result.output == "FROMJOB\nC:\\\ntext\nFROMJOB\n")
    }
}
