import CmdletKit
import Syntax
import Values

/// Completions that the words of the statement decide without the syntax tree, which incomplete `using`, `switch` or `break`
/// statements do not give.
extension WordCompletion {
    private static let usingKinds = ["assembly", "module", "namespace", "type"]

    /// nil where the syntax tree has to decide.
    func beforeTree() -> CompletionResult? {
        let statement = currentStatement
        let words = statement.split { $0.isWhitespace || $0 == "`" }.map(String.init)
        let endsInSpace = statement.last.map { $0.isWhitespace } ?? true
        let done = endsInSpace ? words : Array(words.dropLast())
        let last = endsInSpace ? "" : words.last ?? ""
        let start = text.cursor - last.utf8.count
        switch done.first?.lowercased() {
        case "using"? where done.count == 1:
            return result(start, Self.usingKinds.filter { $0.hasPrefixIgnoringCase(last) }.map { Candidate($0, kind: .keyword) })
        case "using"? where done.count == 2: return using(done[1].lowercased(), last, start)
        case "using"? where done[1].equalsIgnoringCase("module"):
            return text.open.stack.last?.opening == .table ? result(start, moduleKeys(last, statement)) : nil
        case "function"? where done.count == 1, "filter"? where done.count == 1, "class"? where done.count == 1,
            "enum"? where done.count == 1:
            return CompletionResult.none
        case "switch"? where done.count == 1 && last.hasPrefix("-"):
            let names = ["CaseSensitive", "Exact", "File", "Regex", "Wildcard"]
            return result(
                start,
                names.filter { $0.hasPrefixIgnoringCase(String(last.dropFirst())) }.map {
                    Candidate("-" + $0, label: $0, kind: .parameterName)
                })
        case let word? where (word == "break" || word == "continue") && done.count == 1 && last.isEmpty:
            // `break ^ Outer`, the cursor at `^`: the statement has a label already.
            let next = text.whole[text.cursor...].drop { $0 == 0x20 }.first ?? UInt8(ascii: ";")
            if next > 0x20, !";}|)".utf8.contains(next) { return CompletionResult.none }
            return labels(CompletionWord(text: "", start: text.cursor, quote: nil), text.path)
        default: break
        }
        if last.hasPrefix("@"), last.hasSuffix(".") { return CompletionResult.none }
        if !endsInSpace, words.count == 1, last == "[" || last.hasPrefix("["), last.hasSuffix("]") {
            return closedType(last, start)
        }
        return nil
    }

    /// The text of the statement at the cursor, from the last separator that is not inside a string.
    private var currentStatement: String {
        var start = 0
        let limit = text.open.quote?.start ?? text.before.count
        var place = text.before.count - 1
        while place >= 0 {
            let byte = text.before[place]
            if place < limit, ";{(|&=".utf8.contains(byte) || (byte == UInt8(ascii: "\n") && !isContinued(place)) {
                start = place + 1
                break
            }
            place -= 1
        }
        return String(text.text(from: start).drop { $0.isWhitespace })
    }

    private func isContinued(_ newline: Int) -> Bool {
        newline > 0
            && (text.before[newline - 1] == UInt8(ascii: "`")
                || (newline > 1 && text.before[newline - 1] == UInt8(ascii: "\r") && text.before[newline - 2] == UInt8(ascii: "`")))
    }

    private func using(_ kind: String, _ last: String, _ start: Int) -> CompletionResult {
        let word = CompletionWord(text: last, start: start, quote: nil)
        switch kind {
        case "namespace": return result(start, namespaces(last))
        case "module":
            if last.hasPrefix("@{") || text.open.stack.last?.opening == .table { return result(text.cursor, moduleKeys("", last)) }
            let files = paths(word).filter { candidate in
                candidate.kind == .container || [".psm1", ".psd1", ".dll"].contains { candidate.label.lowercased().hasSuffix($0) }
            }
            return result(start, files + modules(word))
        case "assembly":
            return result(start, paths(word).filter { $0.kind == .container || $0.label.lowercased().hasSuffix(".dll") })
        case "type": return .none
        default: return .none
        }
    }

    private static let moduleSpecification = [
        ("GUID", "[guid] The identity of the module"), ("MaximumVersion", "[version] The highest version that is accepted"),
        ("ModuleName", "[string] The module's name"), ("ModuleVersion", "[version] The lowest version that is accepted"),
        ("RequiredVersion", "[version] The only version that is accepted"),
    ]

    /// The keys of a module specification that can still be added (about_Using, about_Requires).
    func moduleKeys(_ prefix: String, _ written: String) -> [Candidate] {
        let given = Self.moduleSpecification.map(\.0).filter { key in
            written.lowercased().contains(key.lowercased() + "=") || written.lowercased().contains(key.lowercased() + " =")
        }
        let versions = given.contains("RequiredVersion") ? ["MaximumVersion", "ModuleVersion"] : []
        let exact = given.contains("ModuleVersion") || given.contains("MaximumVersion") ? ["RequiredVersion"] : []
        return Self.moduleSpecification.filter { key, _ in
            !(given + versions + exact).contains(key) && key.hasPrefixIgnoringCase(prefix)
        }.map { Candidate($0.0, detail: $0.1, kind: .property) }
    }
}

/// The operators that are written as words, with their descriptions.
enum Operators {
    private static let all: [(name: String, meaning: String)] = [
        ("and", "Logical AND"), ("as", "Converts the input to a type"), ("band", "Bitwise AND"), ("bnot", "Bitwise NOT"),
        ("bor", "Bitwise OR"), ("bxor", "Bitwise exclusive OR"), ("ccontains", "Containment, with regard to case"),
        ("ceq", "Equality, with regard to case"), ("cge", "Greater than or equal, with regard to case"),
        ("cgt", "Greater than, with regard to case"), ("cin", "Contained in, with regard to case"),
        ("cle", "Less than or equal, with regard to case"), ("clike", "Wildcard match, with regard to case"),
        ("clt", "Less than, with regard to case"), ("cmatch", "Regular expression match, with regard to case"),
        ("cne", "Inequality, with regard to case"), ("cnotcontains", "No containment, with regard to case"),
        ("cnotin", "Not contained in, with regard to case"), ("cnotlike", "No wildcard match, with regard to case"),
        ("cnotmatch", "No regular expression match, with regard to case"),
        ("contains", "Whether a collection has the value on the right"), ("creplace", "Replaces, with regard to case"),
        ("csplit", "Splits, with regard to case"), ("eq", "Equality, without regard to case"), ("f", "Formats a text"),
        ("ge", "Greater than or equal, without regard to case"), ("gt", "Greater than, without regard to case"),
        ("icontains", "Containment, without regard to case"), ("ieq", "Equality, without regard to case"),
        ("ige", "Greater than or equal, without regard to case"), ("igt", "Greater than, without regard to case"),
        ("iin", "Contained in, without regard to case"), ("ile", "Less than or equal, without regard to case"),
        ("ilike", "Wildcard match, without regard to case"), ("ilt", "Less than, without regard to case"),
        ("imatch", "Regular expression match, without regard to case"), ("in", "Whether the collection on the right has the value"),
        ("ine", "Inequality, without regard to case"), ("inotcontains", "No containment, without regard to case"),
        ("inotin", "Not contained in, without regard to case"), ("inotlike", "No wildcard match, without regard to case"),
        ("inotmatch", "No regular expression match, without regard to case"), ("ireplace", "Replaces, without regard to case"),
        ("is", "Whether the value is of a type"), ("isnot", "Whether the value is not of a type"),
        ("isplit", "Splits, without regard to case"), ("join", "Joins texts"), ("le", "Less than or equal, without regard to case"),
        ("like", "Wildcard match, without regard to case"), ("lt", "Less than, without regard to case"),
        ("match", "Regular expression match, without regard to case"), ("ne", "Inequality, without regard to case"),
        ("not", "Logical NOT"), ("notcontains", "No containment"), ("notin", "Not contained in"),
        ("notlike", "No wildcard match, without regard to case"),
        ("notmatch", "No regular expression match, without regard to case"), ("or", "Logical OR"),
        ("replace", "Replaces what a regular expression matches"), ("shl", "Shifts bits to the left"),
        ("shr", "Shifts bits to the right"), ("split", "Splits a text"), ("xor", "Logical exclusive OR"),
    ]

    /// The operators that start with a word.
    /// - Parameter word: with or without its dash.
    static func candidates(_ word: String) -> [CompletionResult.Candidate] {
        let wanted = word.first == "-" ? String(word.dropFirst()) : word
        return all.filter { $0.name.hasPrefixIgnoringCase(wanted) }.map {
            CompletionResult.Candidate("-" + $0.name, detail: $0.meaning, kind: .parameterName)
        }
    }
}
