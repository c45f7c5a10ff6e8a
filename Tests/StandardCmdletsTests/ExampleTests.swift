import CmdletKit
import EngineTestSupport
import Interpreter
import Testing

/// Runs the examples of the core cmdlets that Get-Help shows, and compares their output. One after the other, because they share
/// the file system.
@Suite(.serialized) struct ExampleTests {
    /// The signatures of all core cmdlets.
    static let signatures = TestSession().engine.commands.allCmdlets.map(\.signature)

    static let examples: [(command: String, example: Example)] =
        signatures.flatMap { signature in
            signature.examples.filter { $0.runs == .anywhere }.map { (signature.name, $0) }
        }

    @Test(arguments: examples.map { [$0.command, $0.example.code, $0.example.output ?? "\0"] })
    func `an example shows what it says`(_ row: [String]) {
        let shown = TestSession().run(row[1])
        #expect(!shown.contains("Exception"), "\(shown)")
        guard row[2] != "\0" else { return }
        let expected = row[2].isEmpty ? "" : row[2] + "\n"
        #expect(shown == expected)
    }

    @Test func `every cmdlet is described`() {
        for signature in Self.signatures {
            #expect(!signature.synopsis.isEmpty, "\(signature.name)")
            #expect(!signature.examples.isEmpty, "\(signature.name)")
            for parameter in signature.parameters { #expect(!parameter.help.isEmpty, "\(signature.name) -\(parameter.name)") }
        }
    }
}
