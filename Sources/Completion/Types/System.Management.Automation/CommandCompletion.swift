import CmdletKit
import Interpreter
import Values

extension CompletionObjects {
    /// The type of the returned objects. The session's type of the same name adds the static members, which need the engine.
    static let completionType = ObjectType(
        "System.Management.Automation.CommandCompletion", base: .object, members: members)

    static let members: [Member] = [
        .property("CurrentMatchIndex", "int") { Value.integer($0.asObject(Completed.self)?.current ?? -1) },
        .property("ReplacementIndex", "int") { Value.integer($0.asObject(Completed.self)?.index ?? 0) },
        .property("ReplacementLength", "int") { Value.integer($0.asObject(Completed.self)?.length ?? 0) },
        .property("CompletionMatches", "System.Collections.ObjectModel.Collection[System.Management.Automation.CompletionResult]") {
            .object(ListObject($0.asObject(Completed.self)?.matches ?? []))
        },
        .method("GetNextResult", "bool forward", returns: "System.Management.Automation.CompletionResult") { value, arguments in
            guard let completed = value.asObject(Completed.self), !completed.matches.isEmpty else { return .null }
            let count = completed.matches.count
            let step = arguments.bool(0) ? 1 : -1
            // Before the first match, backwards goes to the last one.
            completed.current = completed.current < 0 && step < 0 ? count - 1 : (completed.current + step + count) % count
            return completed.matches[completed.current]
        },
    ]

    /// The session's type, with the static members that complete in the session.
    static func commandCompletion(_ link: EngineLink) -> ObjectType {
        ObjectType(
            completionType.name, base: .object, members: members,
            statics: [
                Member.method(
                    "CompleteInput",
                    overloads: [
                        Overload(
                            "object input", "object cursorIndex", "object options", "object powershell?", returns: "object"
                        ) { try completeInput($1, in: try engine(link)) },
                        Overload(
                            "object ast", "object tokens", "object cursorPosition", "object options", "object powershell",
                            returns: "object"
                        ) { try completeInput($1, in: try engine(link)) },
                    ])
            ])
    }

    /// The engine of a session.
    /// - Throws: `ValueError` where the session has ended.
    static func engine(_ link: EngineLink) throws -> Engine {
        guard let engine = link.engine else { throw ValueError("No session.", id: "InvalidOperation") }
        return engine
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Management.Automation.CommandCompletion") { session in CompletionObjects.commandCompletion(session.link)
    }
}
