import CmdletKit
import ContainerCmdlets
import EngineTestSupport
import Interpreter
import Testing

/// Each parameter of each cmdlet is used by a script that a test runs, and that names the cmdlet.
@Suite struct ParameterCoverageTests {
    private static let signatures =
        TestSession().engine.commands.allCmdlets.map(\.signature) + ContainerModule.cmdlets.map(\.signature)

    @Test func `each parameter of each cmdlet is used`() {
        #expect(Self.signatures.count > 150)
        let declared = Self.signatures.flatMap { $0.examples.map { ScriptText($0.code) } }
        let scripts = (ScriptTexts.steps + ScriptTexts.examples + ScriptTexts.literals + declared).map(\.words)
        var missing: [String] = []
        for signature in Self.signatures {
            let names = ([signature.name] + signature.aliases).map { Substring($0.lowercased()) }
            let naming = scripts.filter { words in names.contains { words.contains($0) } }
            for parameter in signature.parameters {
                let wanted = Substring("-" + parameter.name.lowercased())
                if !naming.contains(where: { $0.contains(wanted) }) { missing.append("\(signature.name) -\(parameter.name)") }
            }
        }
        let advice =
            "Use the parameter by its whole name in a step of Sources/<Target>/Tests/<Cmdlet>.transcript, or in an example."
        #expect(missing.isEmpty, "\(advice)\n\(missing.joined(separator: "\n"))")
    }
}
