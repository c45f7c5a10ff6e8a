import Glibc
import Values

/// The argv of a native program. Arguments are never joined to a command line that a shell would split again.
enum NativeArguments {
    /// The type of `$PSNativeCommandArgumentPassing`. Arguments are always passed as under Standard; the other values are for
    /// Windows.
    static let style = ObjectType.enumeration(
        "System.Management.Automation.NativeArgumentPassingStyle", Enumeration(["Legacy", "Standard", "Windows"]))

    static func expand(_ arguments: [Argument], _ engine: Engine) -> [String] {
        var list: [String] = []
        for argument in arguments {
            switch argument {
            case .value(let value, let text, let isBare):
                for element in value.enumerated ?? [value] {
                    let word = text ?? element.displayText
                    list += isBare ? expandPath(word, engine.fileSystem) : [word]
                }
            case .parameter(_, let text, let attached):
                list.append(attached.map { text + (text.hasSuffix(":") ? "" : ":") + $0.displayText } ?? text)
            case .splatted(let name, let value):
                list += ["-" + name] + (value.enumerated ?? [value]).map(\.displayText)
            case .endOfParameters: list.append("--")
            case .verbatim(let text): list += words(text)
            }
        }
        return list.map { $0.filter { $0 != "\0" } }
    }

    /// Expands `~` and patterns of unquoted words, as the system's shells do; a pattern without matches stays as written.
    private static func expandPath(_ word: String, _ files: FileSystemView) -> [String] {
        var word = word
        if word == "~" || word.hasPrefix("~/") { word = files.home + word.dropFirst() }
        guard Wildcard.isPattern(word) else { return [word] }
        // glob(3) searches from the session's location: the process's working directory stays where the shell was started.
        let prefix = word.hasPrefix("/") ? "" : files.hostLocation + (files.hostLocation.hasSuffix("/") ? "" : "/")
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(literal(prefix) + word, 0, nil, &found) == 0, found.gl_pathc > 0, let paths = found.gl_pathv else {
            return [word]
        }
        return (0..<Int(found.gl_pathc)).compactMap { place in
            paths[place].map { String(String(cString: $0).dropFirst(prefix.count)) }
        }
    }

    /// A path with the characters of patterns escaped (glob(7)).
    private static func literal(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            if "*?[\\".contains(character) { text.append("\\") }
            text.append(character)
        }
    }

    /// The words behind `--%`, split at blanks outside double quotes.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var hasWord = false
        for character in text {
            switch character {
            case "\"":
                isQuoted.toggle()
                hasWord = true
            case " " where !isQuoted, "\t" where !isQuoted:
                if hasWord { words.append(word) }
                word = ""
                hasWord = false
            default:
                word.append(character)
                hasWord = true
            }
        }
        return hasWord ? words + [word] : words
    }
}
