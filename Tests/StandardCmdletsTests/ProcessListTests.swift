import CmdletSupport
import EngineTestSupport
import Interpreter
import Testing

/// Processes with the largest numbers that Linux gives (pid_max is 4194304 at most).
private struct LargeNumbers: ProcessSource {
    var style: ProcessStyle
    func processes() -> [ProcessSnapshot] {
        [ProcessSnapshot(id: 4_194_303, hostID: 4_194_302, name: "sleep", workingSet: 4 << 20, cpu: 1, sessionID: 4_194_301)]
    }
    func lookUp() -> [ProcessSnapshot] { processes() }
    func stop(_ id: Int32, force: Bool) {}
}

@Suite struct ProcessListTests {
    @Test(arguments: [ProcessStyle.unix, .session]) func numbersAreShownWhole(_ style: ProcessStyle) {
        let session = TestSession()
        session.engine.provide(LargeNumbers(style: style), as: (any ProcessSource).self)
        let shown = session.run("Get-Process")
        #expect(shown.contains(" 4194303 ") && shown.contains(" 4194301 sleep"), "\(shown)")
    }
}
