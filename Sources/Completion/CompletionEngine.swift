import CmdletKit
import Interpreter
import LinuxSystem
import SourceText
import Syntax
import Values

/// Tab completion: the candidates for a place in a text. The prompt, TabExpansion2 and the sessions in containers use it.
///
/// It parses the text and looks names up. The only script code that it runs are argument completers, generators of ValidateSet values and
/// dynamicparam blocks.
public struct CompletionEngine {
    let engine: Engine
    let named: [String: NamedCompleter]

    /// Makes a completion engine, with the named completers that the program provided.
    public init(_ engine: Engine) {
        self.engine = engine
        named = engine.service(NamedCompleters.self)?.table ?? [:]
    }

    /// The candidates for the word at the cursor.
    /// - Parameters:
    ///   - cursor: the cursor's offset in the text, in UTF-8 bytes.
    ///   - path: the file that the text belongs to, for `$PSScriptRoot`; nil at the prompt.
    public func complete(_ text: String, cursor: Int, path: String? = nil) -> CompletionResult {
        let text = CompletionText(text, cursor: cursor, path: path)
        var result = engine.onThread { WordCompletion(engine: engine, named: named, text: text).run() }
        if text.isBehindQuote {
            // The cursor stands behind the closing quote, which the candidates include.
            result.replaced += 1
            result.replacedBehind = max(0, result.replacedBehind - 1)
        }
        if text.moved > 0, !result.candidates.isEmpty {
            // The cursor stands inside the word.
            result.replaced = max(0, result.replaced - text.moved)
            result.replacedBehind += text.moved
        }
        return result
    }
}

/// One completion: the text with its syntax tree, and the sources of candidates.
struct WordCompletion {
    typealias Candidate = CompletionResult.Candidate
    let engine: Engine
    let named: [String: NamedCompleter]
    let text: CompletionText
    var inference: TypeInference { TypeInference(engine, text) }

    /// A result whose candidates replace the text from an offset to the cursor.
    func result(_ start: Int, _ candidates: [Candidate]) -> CompletionResult {
        candidates.isEmpty
            ? .none : CompletionResult(replaced: max(0, text.cursor - start), replacedBehind: text.behind, candidates: candidates)
    }

    /// Chooses the source of candidates by the node at the cursor.
    func run() -> CompletionResult {
        if let comment = text.open.comment { return comments(comment) }
        if let result = beforeTree() { return result }
        let path = text.path
        guard let inner = path.first else { return fallback() }
        switch inner.content {
        case .parameter, .property: return .none
        case .type(let type): return types(type, path)
        case .commandParameter(let parameter):
            guard case .command(let command)? = path.dropFirst().first?.content else { return fallback() }
            // Inside parentheses opened in the command, the "parameter" is an operator that is not complete yet: `cmd ($a -not`.
            if let last = text.open.stack.last, last.opening == .paren, last.start > Int(command.span.start) { return fallback() }
            return parameters(parameter, command, path)
        case .expression(let expression): return complete(expression, path)
        case .attribute, .attributeArgument: return attributeArguments(path) ?? fallback()
        case .using: return .none
        default: return fallback()
        }
    }

    private func complete(_ expression: Expression, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        switch expression {
        case .variable(let variable): return variables(variable)
        case .string(let node): return complete(word(node), path, node.kind)
        case .expandableString(let node): return complete(word(node), path, node.kind)
        case .index(let node) where text.holdsCursor(node.index.span): return keys(of: node.target, word(at: node.index.span))
        default: return fallback()
        }
    }

    // MARK: The word

    private func word(_ node: StringConstant) -> CompletionWord {
        if let quote = text.open.quote {
            let start = quote.start
            let plain = text.text(from: start + 1)
            return CompletionWord(text: unescaped(plain, quote.opening), start: start, quote: quote.opening == .single ? "'" : "\"")
        }
        return word(at: node.span)
    }

    private func word(_ node: ExpandableString) -> CompletionWord {
        let isQuoted = text.open.quote != nil
        let start = Int(node.span.start)
        let written = text.text(from: start + (isQuoted ? 1 : 0))
        return CompletionWord(text: expanded(written), start: start, quote: isQuoted ? "\"" : nil)
    }

    /// A word without quotes, or one that starts with a quoted part.
    func word(at span: SourceSpan) -> CompletionWord {
        let start = Int(span.start)
        if let string = text.open.lastString, string.upperBound == start, let quote = text.text(from: string.lowerBound).first {
            // `'a b'/c`: a word continues behind a quoted part.
            let inner = text.text(from: string.lowerBound).dropFirst().split(
                separator: quote, maxSplits: 1, omittingEmptySubsequences: false)
            return CompletionWord(text: inner.map(String.init).joined(), start: string.lowerBound, quote: quote)
        }
        let written = text.text(from: start)
        guard let first = written.first, "'\"".contains(first) else {
            return CompletionWord(text: expanded(written), start: start, quote: nil)
        }
        let parts = written.dropFirst().split(separator: first, maxSplits: 1, omittingEmptySubsequences: false)
        return CompletionWord(text: parts.map(String.init).joined(), start: start, quote: first)
    }

    private func unescaped(_ text: String, _ quote: OpenDelimiters.Opening) -> String {
        quote == .single ? text.replacing("''", with: "'") : expanded(text)
    }

    /// The word with its variables replaced by their values; unchanged where one has no value.
    private func expanded(_ word: String) -> String {
        guard word.contains("$") else { return word }
        var text = ""
        var rest = Substring(word)
        while let dollar = rest.firstIndex(of: "$") {
            text += rest[..<dollar]
            let name = rest[rest.index(after: dollar)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
            let value =
                name.lowercased().hasPrefix("env:") ? engine.environment[String(name.dropFirst(4))] : variable(String(name))
            guard !name.isEmpty, let value else { return word }
            text += value
            rest = rest[name.endIndex...]
        }
        return text + rest
    }

    private func variable(_ name: String) -> String? {
        if name.equalsIgnoringCase("PSScriptRoot"), let path = text.file.path {
            return path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
        return engine.current.value(name)?.displayText
    }

    // MARK: Words by where they stand

    private func complete(_ word: CompletionWord, _ path: [SyntaxIndex.Node], _ kind: StringKind) -> CompletionResult {
        guard path.count > 1 else { return fallback() }
        let own = path[0].span
        switch path[1].content {
        case .expression(.member(let node)) where node.member.span == own:
            return members(node.target, word, isStatic: node.isStatic)
        case .expression(.call(let node)) where node.member.span == own:
            return members(node.target, word, isStatic: node.isStatic)
        case .expression(.call(let node)): return methodArguments(node, word) ?? words(word, path)
        case .expression(.index(let node)) where node.index.span == own: return keys(of: node.target, word)
        case .entry(let entry) where entry.key.span == own: return tableKeys(word, path)
        case .attribute, .attributeArgument: return attributeArguments(path) ?? fallback()
        case .statement(.break), .statement(.continue): return labels(word, path)
        case .command(let command) where command.name.span == own:
            if let values = assignedValues(word, path) { return values }
            return commandNames(word, command, path)
        case .command(let command): return arguments(command, word, path)
        case .redirection(let redirection):
            if case .merge = redirection.target { return .none }
            return result(word.start, paths(word))
        case .commandParameter:
            guard case .command(let command)? = path.dropFirst(2).first?.content else { return fallback() }
            return arguments(command, word, path)
        case .switchClause: return result(word.start, boundParameterNames(word, path))
        default: return words(word, path)
        }
    }

    /// A string inside an expression.
    private func words(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        if let values = assignedValues(word, path) { return values }
        if let values = comparedValues(word, path) { return values }
        if text.isQuotedHere { return .none }
        // An element of an array argument, or an argument in parentheses.
        for node in path.dropFirst() {
            switch node.content {
            case .command(let command): return arguments(command, word, path)
            case .expression(.array), .commandParameter: continue
            case .expression, .pipeline, .statement, .block, .script: break
            default: break
            }
            break
        }
        let commands = word.text.isEmpty ? [] : commandCandidates(word)
        let found = paths(word)
        return result(word.start, found.isEmpty ? commands : found)
    }

    /// For places without a node: operators and variables, by the characters before the cursor.
    func fallback() -> CompletionResult {
        let before = text.before
        let tail = before.reversed().prefix { !($0 <= 0x20 || "(){}|;,=\"'".utf8.contains($0)) }
        let word = String(decoding: tail.reversed(), as: UTF8.self)
        let start = before.count - tail.count
        if word.first == "-", !word.hasPrefix("--") { return result(start, Operators.candidates(word)) }
        if let sign = word.first, "$@".contains(sign) {
            let name = String(word.dropFirst())
            return result(start, variableCandidates(name, scope: nil, braces: false, sign: String(sign), at: start))
        }
        return .none
    }
}
