import CmdletKit
import SourceText
import Syntax
import Values

/// Tab completion: commands, parameters, their values, variables, members, types and paths.
///
/// It parses the line and looks things up. It never runs code, nor a script's getter.
public struct CompletionEngine {
    private let engine: Engine
    private let named: [String: NamedCompleter]

    public init(_ engine: Engine, named: [String: NamedCompleter] = [:]) {
        self.engine = engine
        self.named = named
    }

    /// - Parameter cursor: the cursor's place in the line, in UTF-8 bytes.
    public func complete(_ line: String, cursor: Int) -> CompletionResult {
        let bytes = Array(line.utf8.prefix(max(0, cursor)))
        let file = SourceFile(text: String(decoding: bytes, as: UTF8.self))
        let tokens = Tokenizer.tokens(of: file)
        let end = UInt32(clamping: file.utf8.count)
        let current = tokens.last.flatMap { $0.span.end == end && $0.kind != .operator ? $0 : nil }
        let word = current.map { file.text(of: $0.span) } ?? Self.trailingWord(file)
        let before = tokens.filter { token in current.map { token.span.start < $0.span.start } ?? true }
        let candidates = candidates(current?.kind, word, before, file)
        return CompletionResult(replaced: word.utf8.count, candidates: candidates)
    }

    /// What stands between the last blank and the cursor where the parser made no token of it.
    private static func trailingWord(_ file: SourceFile) -> String {
        let tail = file.utf8.reversed().prefix { byte in
            !(byte <= 0x20 || "(){}|;,=\"'".utf8.contains(byte))
        }
        return String(decoding: tail.reversed(), as: UTF8.self)
    }

    private func candidates(_ kind: SyntaxToken.Kind?, _ word: String, _ before: [SyntaxToken], _ file: SourceFile)
        -> [CompletionResult.Candidate]
    {
        if word.hasPrefix("$") { return variables(word) }
        if kind == .member || word.contains("."), let members = members(word, before, file), !members.isEmpty { return members }
        if kind == .type || word.hasPrefix("[") { return types(word) }
        let head = SourceFile(text: String(decoding: file.utf8.dropLast(word.utf8.count), as: UTF8.self))
        guard let context = CommandContext.find(head, before.filter { $0.span.end <= UInt32(clamping: head.utf8.count) }) else {
            return word.contains("/") || word.hasPrefix(".") || word.hasPrefix("~") ? paths(word) : commands(word)
        }
        if case .program(let registration) = engine.findCommand(context.name) { return words(of: registration, context, word) }
        if word.first.map({ "-–—―".contains($0) }) == true { return parameters(context, word) }
        return values(context, word)
    }

    // MARK: Names

    private func commands(_ word: String) -> [CompletionResult.Candidate] {
        var found: [CompletionResult.Candidate] = []
        found += engine.commands.allCmdlets.filter { $0.signature.name.hasPrefixIgnoringCase(word) }.map {
            .init($0.signature.name, detail: $0.signature.synopsis)
        }
        found += engine.visibleFunctions.filter { $0.name.hasPrefixIgnoringCase(word) }.map { .init($0.name, detail: "function") }
        found += engine.visibleAliases.filter { $0.name.hasPrefixIgnoringCase(word) }.map {
            .init($0.name, detail: "→ \($0.definition)")
        }
        found += engine.commands.allPrograms.filter { $0.name.hasPrefixIgnoringCase(word) }.map {
            .init($0.name, detail: $0.signature.synopsis)
        }
        // Programs only once something was typed: there are thousands.
        if !word.isEmpty { found += engine.programs(startingWith: word).map { .init($0, detail: "program") } }
        return found
    }

    private func variables(_ word: String) -> [CompletionResult.Candidate] {
        let name = String(word.dropFirst())
        if name.lowercased().hasPrefix("env:") {
            let wanted = String(name.dropFirst(4))
            return EnvironmentNames.all.filter { $0.hasPrefixIgnoringCase(wanted) }.map {
                .init("$env:" + $0, detail: "environment")
            }
        }
        return engine.visibleVariables.filter { $0.name.hasPrefixIgnoringCase(name) && $0.name.first?.isLetter == true }
            .map { .init("$" + $0.name, detail: $0.value.isNull ? "" : $0.value.type.shortName) }
    }

    /// Members of a variable's value.
    private func members(_ word: String, _ before: [SyntaxToken], _ file: SourceFile) -> [CompletionResult.Candidate]? {
        let start = file.utf8.count - word.utf8.count
        guard let target = before.last(where: { $0.kind == .variable }), Int(target.span.end) <= start,
            file.utf8[Int(target.span.end)..<start].elementsEqual([UInt8(ascii: ".")])
                || (Int(target.span.end) == start && word.hasPrefix("."))
        else { return nil }
        let name = String(file.text(of: target.span).dropFirst())
        guard let value = engine.current.value(name) else { return nil }
        let wanted = word.hasPrefix(".") ? String(word.dropFirst()) : word
        let dot = word.hasPrefix(".") ? "." : ""
        let properties = value.propertyNames.filter { $0.hasPrefixIgnoringCase(wanted) }.map {
            CompletionResult.Candidate(dot + $0, label: $0, detail: "property")
        }
        let methods = value.type.allMembers.filter { $0.isMethod && $0.name.hasPrefixIgnoringCase(wanted) }.map {
            CompletionResult.Candidate(dot + $0.name + "(", label: $0.name + "()", detail: "method")
        }
        return properties + methods
    }

    private func types(_ word: String) -> [CompletionResult.Candidate] {
        let name = word.filter { $0 != "[" && $0 != "]" }
        return engine.types.names.filter { $0.hasPrefixIgnoringCase(name) }.map {
            .init(word.hasPrefix("[") ? "[\($0)]" : $0, detail: "type")
        }
    }

    // MARK: Parameters

    private func signature(_ name: String) -> CommandSignature? {
        switch engine.findCommand(name) {
        case .cmdlet(let registration): registration.signature
        case .function(let function): engine.signature(of: function)
        default: nil
        }
    }

    private func parameters(_ context: CommandContext, _ word: String) -> [CompletionResult.Candidate] {
        guard let signature = signature(context.name) else { return paths(word) }
        let wanted = String(word.dropFirst())
        let own = signature.parameters.filter { !$0.isHidden && $0.name.hasPrefixIgnoringCase(wanted) }.map {
            CompletionResult.Candidate("-" + $0.name, detail: "<\($0.typeName)> \($0.help)")
        }
        guard signature.isAdvanced else { return own }
        let common = CommonParameters.all + (signature.confirms ? CommonParameters.confirming : [])
        return own
            + common.filter { $0.name.hasPrefixIgnoringCase(wanted) }.map { .init("-" + $0.name, detail: "common parameter") }
    }

    private func values(_ context: CommandContext, _ word: String) -> [CompletionResult.Candidate] {
        guard let signature = signature(context.name) else {
            return named[context.name.lowercased()].map { complete in complete(engine, word) }.flatMap { $0.isEmpty ? nil : $0 }
                ?? paths(word)
        }
        var position = 0
        var pending: ParameterInfo?
        for argument in context.arguments {
            if argument.kind == .parameter {
                let name = String(argument.text.dropFirst().prefix { $0 != ":" })
                let matches = signature.parameters.filter { ([$0.name] + $0.aliases).contains { $0.hasPrefixIgnoringCase(name) } }
                let match =
                    matches.first { ([$0.name] + $0.aliases).contains { $0.equalsIgnoringCase(name) } }
                    ?? (matches.count == 1 ? matches[0] : nil)
                pending = match?.isSwitch == true ? nil : match
            } else if pending != nil {
                pending = nil
            } else {
                position += 1
            }
        }
        let parameter = pending ?? signature.parameters.first { $0.memberships.contains { $0.position == position } }
        return values(of: parameter, word)
    }

    private func values(of parameter: ParameterInfo?, _ word: String) -> [CompletionResult.Candidate] {
        switch parameter?.completer {
        case .values(let names)?: return names.filter { $0.hasPrefixIgnoringCase(word) }.map { .init(Quoting.word($0), label: $0) }
        case .commandNames?: return commands(word)
        case .variableNames?: return engine.visibleVariables.filter { $0.name.hasPrefixIgnoringCase(word) }.map { .init($0.name) }
        case .named(let kind)?: return named[kind].map { $0(engine, Quoting.unquoted(word)) } ?? []
        default: return paths(word)
        }
    }

    private func words(
        of registration: ProgramRegistration, _ context: CommandContext, _ word: String
    ) -> [CompletionResult.Candidate] {
        guard let program = try? registration.makeInstance(engine) else { return [] }
        let found = program.complete(Quoting.unquoted(word), after: context.arguments.map { Quoting.unquoted($0.text) })
        return found.map { .init($0.text.hasPrefix("-") ? $0.text : Quoting.word($0.text), label: $0.text, detail: $0.detail) }
    }

    // MARK: Paths

    private func paths(_ word: String) -> [CompletionResult.Candidate] {
        let plain = Quoting.unquoted(word)
        let separator: Character = engine.fileSystem.isWindowsStyle ? "\\" : "/"
        let cut = plain.lastIndex { $0 == "/" || $0 == separator }
        let folder = cut.map { String(plain[...$0]) } ?? ""
        let prefix = cut.map { String(plain[plain.index(after: $0)...]) } ?? plain
        return engine.fileSystem.entries(folder.isEmpty ? "." : folder)
            .filter {
                (engine.fileSystem.isWindowsStyle ? $0.name.hasPrefixIgnoringCase(prefix) : $0.name.hasPrefix(prefix))
                    && (prefix.hasPrefix(".") || !$0.name.hasPrefix("."))
            }
            .map { entry in
                let path = folder + entry.name + (entry.isFolder ? String(separator) : "")
                return CompletionResult.Candidate(
                    Quoting.word(path), label: entry.name + (entry.isFolder ? String(separator) : ""),
                    detail: entry.isFolder ? "folder" : "")
            }
    }
}

/// Words as the language reads them back.
public enum Quoting {
    /// The text in single quotes where it holds anything but plain characters. Curly quotes count as quotes, and so they are doubled too.
    public static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./\\:~+".unicodeScalars.contains(scalar)
            }
        if isPlain, let first = text.first, !"-~".contains(first) || text.hasPrefix("~/") { return text }
        return "'" + text.reduce(into: "") { $0 += "'‘’‚‛".contains($1) ? String([$1, $1]) : String($1) } + "'"
    }

    /// What a word that may be quoted, or begun with a quote, stands for.
    static func unquoted(_ word: String) -> String {
        guard let quote = word.first, "'\"‘’“”".contains(quote) else { return word }
        var inner = word.dropFirst()
        if inner.last == quote { inner.removeLast() }
        return String(inner).replacing("''", with: "'")
    }
}
