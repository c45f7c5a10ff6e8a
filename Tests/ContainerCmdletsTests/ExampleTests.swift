import CmdletKit
import ContainerCmdlets
import Sessions
import TestSupport
import Testing

/// The examples of the container cmdlets, as Get-Help shows them, run on the simulated host.
@Suite struct ExampleTests {
    private static let signatures =
        (ContainerModule.cmdlets + SessionModule.cmdlets).map(\.signature) + ContainerModule.programs.map(\.signature)

    private static let examples = signatures.flatMap { signature in
        signature.examples.filter { $0.runs != .never }.map { [$0.code, $0.output ?? "\0"] }
    }

    @Test(arguments: examples) func `an example shows what it says`(_ row: [String]) throws {
        let result = try ShellProcess.run([
            "-NoProfile", "-Engine", "Simulated", "-Command", row[0] + "; \"errors: $($Error.Count)\"",
        ])
        var lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        #expect(lines.popLast() == "errors: 0", "\(result.output)")
        if row[1] != "\0" { #expect(lines.joined(separator: "\n") == row[1]) }
    }

    @Test func `every cmdlet is described`() {
        for signature in Self.signatures {
            #expect(!signature.synopsis.isEmpty && !signature.examples.isEmpty, "\(signature.name)")
            for parameter in signature.parameters { #expect(!parameter.help.isEmpty, "\(signature.name) -\(parameter.name)") }
        }
    }
}
