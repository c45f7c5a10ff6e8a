import CmdletKit
import Interpreter
import Values

extension CompletionObjects {
    /// System.Management.Automation.CompletionCompleters: the completers of single kinds of words.
    static func completers(_ link: EngineLink) -> ObjectType {
        @Sendable func list(_ candidates: [CompletionResult.Candidate]) -> Value {
            .object(ListObject(candidates.map { object($0) }))
        }
        @Sendable func word(_ arguments: Arguments) -> CompletionWord {
            CompletionWord(text: arguments.string(0), start: 0, quote: nil)
        }
        @Sendable func completion() throws -> WordCompletion {
            WordCompletion(engine: try engine(link), named: [:], text: CompletionText("", cursor: 0))
        }
        return ObjectType(
            "System.Management.Automation.CompletionCompleters", base: .object,
            statics: [
                .function("CompleteOperator", "string wordToComplete", returns: "object") {
                    list(Operators.candidates($0.string(0)))
                },
                .function("CompleteVariable", "string variableName", returns: "object") { arguments in
                    list(try completion().variableCandidates(arguments.string(0), scope: nil, braces: false, sign: "$", at: 0))
                },
                .function("CompleteCommand", "string commandName", returns: "object") { arguments in
                    list(try completion().commandCandidates(word(arguments)))
                },
                .function("CompleteFilename", "string fileName", returns: "object") { arguments in
                    list(try completion().paths(word(arguments)))
                },
                .function("CompleteType", "string typeName", returns: "object") { arguments in
                    list(try completion().typeCandidates(arguments.string(0)))
                },
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Management.Automation.CompletionCompleters") { session in CompletionObjects.completers(session.link) }
}
