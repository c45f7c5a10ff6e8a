/// A verb's arguments, taken apart as docker's own parser does: `-it`, `-n value`, `-nvalue`, `--name value`, `--name=value`, `--rm=false`,
/// and `--` behind which all are operands.
struct DockerArguments: Sendable {
    private var values: [String: [String]] = [:]
    /// The words that are neither options nor options' values.
    package private(set) var operands: [String] = []

    /// Parses the words behind a verb.
    /// - Parameters:
    ///   - options: the options of the verb; --help is added.
    ///   - stopsAtOperand: whether everything behind the first operand is an operand too, because it is another program's command
    ///     line.
    /// - Throws: `DockerError` with the exit code 125 for an unknown or unavailable option, a missing value, or a value that is no
    ///   Boolean where one is needed.
    package init(_ words: [String], _ options: [DockerOption], stopsAtOperand: Bool) throws(DockerError) {
        let options = options + [.flag("help", "h", "")]
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            if word.hasPrefix("--") {
                try long(word, options, &rest)
            } else if word.hasPrefix("-"), word.count > 1 {
                try cluster(word, options, &rest)
            } else {
                operands.append(word)
                if stopsAtOperand {
                    operands += rest
                    return
                }
            }
        }
    }

    private mutating func long(_ word: String, _ options: [DockerOption], _ rest: inout ArraySlice<String>) throws(DockerError) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = options.first(where: { $0.long == parts[0] }) else {
            throw DockerError("unknown flag: --\(parts[0])", code: DockerError.usage)
        }
        var given = parts.count > 1 ? parts[1] : nil
        if option.value != nil, given == nil {
            given = rest.popFirst()
            guard given != nil else { throw DockerError("flag needs an argument: --\(option.long)", code: DockerError.usage) }
        }
        try set(option, given)
    }

    private mutating func cluster(
        _ word: String, _ options: [DockerOption], _ rest: inout ArraySlice<String>
    ) throws(DockerError) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short == letter }) else {
                throw DockerError("unknown shorthand flag: '\(letter)' in \(word)", code: DockerError.usage)
            }
            if option.value == nil, letters.first != "=" {
                try set(option, nil)
                continue
            }
            var given: String? = letters.first == "=" ? String(letters.dropFirst()) : letters.isEmpty ? nil : String(letters)
            if given == nil { given = rest.popFirst() }
            guard given != nil else {
                throw DockerError("flag needs an argument: '\(letter)' in \(word)", code: DockerError.usage)
            }
            try set(option, given)
            return
        }
    }

    private mutating func set(_ option: DockerOption, _ given: String?) throws(DockerError) {
        guard option.isAvailable else {
            throw DockerError("the flag --\(option.long) is not available in this shell's docker yet", code: DockerError.usage)
        }
        guard option.value == nil, let given else {
            values[option.long, default: []].append(given ?? "true")
            return
        }
        guard ["1", "t", "true", "0", "f", "false"].contains(given.lowercased()) else {
            throw DockerError("invalid argument \"\(given)\" for \"--\(option.long)\" flag", code: DockerError.usage)
        }
        values[option.long, default: []].append(["1", "t", "true"].contains(given.lowercased()) ? "true" : "false")
    }

    /// Whether an option without a value is given, and not as `=false`.
    package func isOn(_ option: String) -> Bool { values[option]?.last == "true" }
    /// The value of an option; the last one if it is given several times, nil if it is not given.
    package func value(_ option: String) -> String? { values[option]?.last }
    /// All values of an option, in the order given.
    package func all(_ option: String) -> [String] { values[option] ?? [] }
}
