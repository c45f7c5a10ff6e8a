import CmdletKit
import Interpreter
import Values

/// System.Management.Automation.CompletionResult and CommandCompletion: the objects that argument completers write and
/// TabExpansion2 returns.
public enum CompletionObjects {
    private final class ResultObject: Object {
        let candidate: CompletionResult.Candidate
        init(_ candidate: CompletionResult.Candidate) {
            self.candidate = candidate
            super.init()
        }
        override var type: ObjectType { CompletionObjects.resultType }
        override var stringForm: String? { "System.Management.Automation.CompletionResult" }
    }

    /// The candidate of a CompletionResult that a completer wrote; nil for other objects.
    static func candidate(_ value: Value) -> CompletionResult.Candidate? { value.asObject(ResultObject.self)?.candidate }

    /// The CompletionResult of a candidate.
    public static func object(_ candidate: CompletionResult.Candidate) -> Value { .object(ResultObject(candidate)) }

    static let kindType = ObjectType.enumeration(
        "System.Management.Automation.CompletionResultType", Enumeration(CompletionResult.Kind.allCases.map(\.rawValue)))

    private static func kind(_ kind: CompletionResult.Kind) -> Value {
        let place = CompletionResult.Kind.allCases.firstIndex(of: kind) ?? 0
        return .object(EnumObject(kindType, rawValue: Int64(place)))
    }

    static let resultType = ObjectType(
        "System.Management.Automation.CompletionResult", base: .object,
        members: [
            .property("CompletionText", "string") { .string(candidate($0)?.text ?? "") },
            .property("ListItemText", "string") { .string(candidate($0)?.label ?? "") },
            .property("ResultType", "System.Management.Automation.CompletionResultType") { kind(candidate($0)?.kind ?? .text) },
            .property("ToolTip", "string") { value in
                let found = candidate(value)
                return .string(found.map { $0.detail.isEmpty ? $0.label : $0.detail } ?? "")
            },
        ],
        construct: { arguments in
            let text = arguments.string(0)
            guard arguments.count == 1 || arguments.count == 4, !text.isEmpty else {
                throw ValueError(
                    "CompletionResult takes a text, or a text, its entry in a list, a CompletionResultType and a tool tip.",
                    id: "MethodCountCouldNotFindBest", exception: "System.Management.Automation.MethodException",
                    category: "NotSpecified")
            }
            guard arguments.count == 4 else { return object(CompletionResult.Candidate(text)) }
            let name = try Conversion.convert(arguments[2], to: kindType).displayText
            return object(
                CompletionResult.Candidate(
                    text, label: arguments.string(1), detail: arguments.string(3),
                    kind: CompletionResult.Kind(rawValue: name) ?? .text))
        })

    // MARK: CommandCompletion

    private final class Completed: Object {
        let matches: [Value]
        let index: Int
        let length: Int
        var current = -1
        init(_ matches: [Value], _ index: Int, _ length: Int) {
            self.matches = matches
            self.index = index
            self.length = length
            super.init()
        }
        override var type: ObjectType { CompletionObjects.completionType }
    }

    /// The type of the returned objects. The session's type of the same name adds the static members, which need the engine.
    private static let completionType = ObjectType(
        "System.Management.Automation.CommandCompletion", base: .object, members: members)

    private static let members: [Member] = [
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

    /// The CommandCompletion for a text, as TabExpansion2 returns it.
    /// - Parameters:
    ///   - cursor: the cursor's offset, in UTF-16 code units.
    ///   - path: the file that the text belongs to; nil at the prompt.
    public static func complete(_ text: String, cursor: Int, path: String? = nil, in engine: Engine) -> Value {
        let units = Array(text.utf16)
        let place = min(max(0, cursor), units.count)
        let bytes = String(decoding: units[..<place], as: UTF16.self).utf8.count
        let result = CompletionEngine(engine).complete(text, cursor: bytes, path: path)
        let all = Array(text.utf8)
        func length(_ range: Range<Int>) -> Int {
            String(decoding: all[range.clamped(to: 0..<all.count)], as: UTF8.self).utf16.count
        }
        let start = max(0, bytes - result.replaced)
        guard !result.candidates.isEmpty else { return .object(Completed([], -1, -1)) }
        return .object(
            Completed(
                result.candidates.map { object($0) }, length(0..<start),
                length(start..<max(start, bytes + result.replacedBehind))))
    }

    // MARK: Static members

    /// The types with static members that complete in the session: CommandCompletion and CompletionCompleters.
    static func types(of link: EngineLink) -> [ObjectType] {
        @Sendable func engine() throws -> Engine {
            guard let engine = link.engine else { throw ValueError("No session.", id: "InvalidOperation") }
            return engine
        }
        @Sendable func list(_ candidates: [CompletionResult.Candidate]) -> Value {
            .object(ListObject(candidates.map { object($0) }))
        }
        @Sendable func word(_ arguments: Arguments) -> CompletionWord {
            CompletionWord(text: arguments.string(0), start: 0, quote: nil)
        }
        @Sendable func completion() throws -> WordCompletion {
            WordCompletion(engine: try engine(), named: [:], text: CompletionText("", cursor: 0))
        }
        return [
            ObjectType(
                completionType.name, base: .object, members: members,
                statics: [
                    Member.method(
                        "CompleteInput",
                        overloads: [
                            Overload(
                                "object input", "object cursorIndex", "object options", "object powershell?", returns: "object"
                            ) {
                                try completeInput($1, in: try engine())
                            },
                            Overload(
                                "object ast", "object tokens", "object cursorPosition", "object options", "object powershell",
                                returns: "object"
                            ) { try completeInput($1, in: try engine()) },
                        ])
                ]),
            ObjectType(
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
                ]),
        ]
    }

    private static func completeInput(_ arguments: Arguments, in engine: Engine) throws -> Value {
        guard !arguments[0].isNull else { throw missing("input") }
        if let text = arguments[0].text {
            guard case let cursor = arguments.int(1), cursor >= 0, cursor <= text.utf16.count else {
                throw ValueError(
                    "The cursor index \(arguments.string(1)) is not within the input.", id: "PSArgumentException",
                    exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
            }
            return complete(text, cursor: cursor, in: engine)
        }
        for (place, name) in [(1, "tokens"), (2, "cursorPosition")] where arguments[place].isNull { throw missing(name) }
        return try complete(tree: arguments[0], position: arguments[2], in: engine)
    }

    /// The CommandCompletion for the text of a syntax tree.
    /// - Parameters:
    ///   - tree: an Ast.
    ///   - position: an IScriptPosition.
    /// - Throws: `ValueError` where the tree has no extent or the position no offset.
    public static func complete(tree: Value, position: Value, in engine: Engine) throws -> Value {
        guard let extent = tree.property("Extent"), let text = extent.property("Text")?.text else { throw missing("ast") }
        let offset = try Conversion.int32(position.property("Offset") ?? .null)
        return complete(text, cursor: Int(offset), path: extent.property("File")?.text, in: engine)
    }

    private static func missing(_ name: String) -> ValueError {
        ValueError(
            "Cannot process argument because the value of argument \"\(name)\" is null. Give it a value.",
            id: "PSArgumentNullException",
            exception: "System.Management.Automation.PSArgumentNullException", category: "InvalidArgument")
    }
}
