import CmdletKit
import CoreCmdlets
import Testing

/// The examples that Get-Help shows run, and print what they say.
@Suite struct ExampleTests {
    static let examples: [(command: String, example: Example)] =
        (UtilityCmdlets.all).flatMap { registration in
            registration.signature.examples.filter { $0.runs == .anywhere }.map { (registration.signature.name, $0) }
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
        for registration in UtilityCmdlets.all {
            let signature = registration.signature
            #expect(!signature.synopsis.isEmpty, "\(signature.name)")
            #expect(!signature.examples.isEmpty, "\(signature.name)")
            for parameter in signature.parameters { #expect(!parameter.help.isEmpty, "\(signature.name) -\(parameter.name)") }
        }
    }
}
