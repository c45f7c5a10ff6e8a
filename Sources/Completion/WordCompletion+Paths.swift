import Interpreter
import LinuxSystem
import Values

/// Paths of files and folders, and items of other drives.
extension WordCompletion {
    /// The paths that match a word.
    /// - Parameters:
    ///   - isLiteral: whether the parameter takes literal paths, in which wildcard characters stand for themselves.
    ///   - escapes: whether wildcard characters in names are escaped; false for a command's name, which is no pattern.
    func paths(_ word: CompletionWord, isLiteral: Bool = false, escapes: Bool = true) -> [Candidate] {
        if let items = tableItems(word) { return items }
        let parts = word.text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let provider = Provider.find(parts[0]), provider == .fileSystem {
            var inner = word
            inner.text = String(parts[1])
            return files(inner, isLiteral, escapes) { provider.name + "::" + $0 }
        }
        return files(word, isLiteral, escapes) { $0 }
    }

    private func files(
        _ word: CompletionWord, _ isLiteral: Bool, _ escapes: Bool, _ shown: (String) -> String
    ) -> [Candidate] {
        let isWindows = engine.fileSystem.isWindowsStyle
        let separator = isWindows ? "\\" : "/"
        // Backslashes separate path components here as well; a backtick escapes a wildcard character.
        let plain = isWindows ? word.text.replacing("/", with: "\\") : word.text.replacing("\\", with: "/")
        let cut = plain.lastIndex(of: Character(separator))
        let folder = cut.map { String(plain[...$0]) } ?? ""
        let name = cut.map { String(plain[plain.index(after: $0)...]) } ?? plain
        let pattern = Wildcard(name + (name.hasSuffix("*") ? "" : "*"))
        let isRelative = !(plain.hasPrefix("/") || plain.hasPrefix("~" + separator) || plain.contains(":"))
        var found: [(path: String, name: String, isFolder: Bool)] = []
        for base in folders(folder, separator) {
            for entry in engine.fileSystem.entries(base.isEmpty ? "." : base) {
                guard isLiteral ? entry.name.hasPrefixIgnoringCase(name) : pattern.matches(entry.name) else { continue }
                found.append((self.path(base, entry.name, isRelative, separator), entry.name, entry.isFolder))
            }
        }
        // Hidden files come last.
        let isHidden = { (name: String) in name.hasPrefix(".") ? 1 : 0 }
        let ordered = found.sorted {
            (isHidden($0.name), Comparison.order($0.path, $1.path, ignoreCase: true)) < (isHidden($1.name), 0)
        }
        return ordered.map { entry in
            Candidate(
                quotedPath(shown(entry.path), word, isLiteral || !escapes), label: entry.name, detail: shown(entry.path),
                kind: entry.isFolder ? .container : .item)
        }
    }

    /// The folders that the directory part of a word stands for: itself, or those its wildcards match.
    private func folders(_ folder: String, _ separator: String) -> [String] {
        let unescaped = { (text: String) in text.replacing("`", with: "") }
        guard folder.replacing("`[", with: "").replacing("`]", with: "").contains(where: { "*?[".contains($0) }) else {
            return [unescaped(folder)]
        }
        var bases = [folder.hasPrefix(separator) ? separator : ""]
        for part in folder.split(separator: Character(separator)).map(String.init) {
            bases = bases.flatMap { base -> [String] in
                guard part.contains(where: { "*?[".contains($0) }) else { return [base + unescaped(part) + separator] }
                let pattern = Wildcard(part)
                return engine.fileSystem.entries(base.isEmpty ? "." : base).filter { $0.isFolder && pattern.matches($0.name) }.map {
                    base + $0.name + separator
                }
            }
            if bases.count > 512 { return [] }
        }
        return bases
    }

    /// The path to insert for a found file; a relative one is relative to the current location.
    private func path(_ folder: String, _ name: String, _ isRelative: Bool, _ separator: String) -> String {
        if engine.fileSystem.isWindowsStyle || DrivePath.split(engine.fileSystem.location) != nil {
            return (isRelative && !folder.hasPrefix(".") ? "." + separator : "") + folder + name
        }
        if folder.hasPrefix("~/") || folder.contains(":") { return folder + name }
        let target = engine.fileSystem.hostPath((folder.isEmpty ? "./" : folder) + name)
        return isRelative ? Self.relative(target, from: engine.fileSystem.hostLocation) : target
    }

    /// A path relative to a folder: `./a/b`, `../c`.
    static func relative(_ path: String, from folder: String) -> String {
        let target = path.split(separator: "/")
        let base = folder.split(separator: "/")
        let shared = zip(target, base).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: base.count - shared)
        return ((up.isEmpty ? ["."] : up) + target[shared...].map(String.init)).joined(separator: "/")
    }

    private func quotedPath(_ path: String, _ word: CompletionWord, _ isLiteral: Bool) -> String {
        // In a parameter that takes patterns, wildcard characters and the backtick itself are escaped.
        let needsEscape = !isLiteral && path.contains { "[]*?".contains($0) }
        let escaped =
            needsEscape
            ? path.reduce(into: "") { $0 += $1 == "`" ? "``" : "[]*?".contains($1) ? "`" + String($1) : String($1) }
            : isLiteral ? path : path.replacing("`", with: "``")
        return word.quoted(escaped)
    }

    /// The items of drives that are no file systems: `alias:dir`, `env::PATH`; nil for paths of files.
    private func tableItems(_ word: CompletionWord) -> [Candidate]? {
        guard let colon = word.text.firstIndex(of: ":") else { return nil }
        let drive = String(word.text[..<colon])
        var rest = word.text[word.text.index(after: colon)...]
        let isProvider = rest.first == ":"
        if isProvider { rest = rest.dropFirst() }
        let provider = isProvider ? Provider.find(drive) : engine.drive(drive)?.provider
        guard let provider, provider != .fileSystem else { return nil }
        let separator = engine.fileSystem.isWindowsStyle ? "\\" : "/"
        let inner = CompletionWord(text: String(rest.drop { "/\\".contains($0) }), start: word.start, quote: nil)
        let names: [String] =
            switch provider {
            case .alias: engine.visibleAliases.map(\.name)
            case .environment: engine.environment.names
            case .function: engine.visibleFunctions.map(\.name)
            default: engine.visibleVariables.map(\.name)
            }
        let head = isProvider ? drive + "::" : (engine.drive(drive)?.name ?? drive) + ":" + separator
        return names.filter { inner.matches($0) }.map { word.candidate(head + $0, label: $0, kind: .item) }
    }
}
