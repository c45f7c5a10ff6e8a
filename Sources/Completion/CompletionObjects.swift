import CmdletKit
import Interpreter
import Values

/// System.Management.Automation.CompletionResult and CommandCompletion: the objects that argument completers write and
/// TabExpansion2 returns.
public enum CompletionObjects {
    final class ResultObject: Object {
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

    static func kind(_ kind: CompletionResult.Kind) -> Value {
        let place = CompletionResult.Kind.allCases.firstIndex(of: kind) ?? 0
        return .object(EnumObject(kindType, rawValue: Int64(place)))
    }

    // MARK: CommandCompletion

    final class Completed: Object {
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

    static func completeInput(_ arguments: Arguments, in engine: Engine) throws -> Value {
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

    static func missing(_ name: String) -> ValueError {
        ValueError(
            "Cannot process argument because the value of argument \"\(name)\" is null. Give it a value.",
            id: "PSArgumentNullException",
            exception: "System.Management.Automation.PSArgumentNullException", category: "InvalidArgument")
    }
}
