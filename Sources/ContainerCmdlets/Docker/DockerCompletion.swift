import CmdletKit
import Containers
import Values

/// Completes a docker command line.
package struct DockerCompletion: Sendable {
    /// The host that is asked for containers, images and switches; nil for none.
    let host: (any ContainerHost)?

    /// The candidates for a word of the command line: verbs, options, options' values, and names of what the verb works on.
    /// - Parameters:
    ///   - word: the beginning of the word to complete.
    ///   - arguments: the words before it, without `docker`.
    package func candidates(_ word: String, _ arguments: [String]) -> [ProgramCandidate] {
        guard let (verb, count) = DockerVerb.find(arguments[...]) else {
            guard arguments.isEmpty else {
                return DockerVerb.all.flatMap(\.managed).filter { $0.noun == arguments[0] && $0.verb.hasPrefix(word) }.map {
                    ProgramCandidate($0.verb)
                }
            }
            return DockerVerb.all.filter { $0.name.hasPrefix(word) }.map { ProgramCandidate($0.name, detail: $0.synopsis) }
        }
        let given = arguments.dropFirst(count)
        if let last = given.last, let option = option(verb, last), option.value != nil, !last.contains("=") {
            return values(option, word)
        }
        let operands = operands(verb, given)
        if verb.takesCommand, operands > 0 { return [] }
        if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
            let name = word[..<equals]
            return (option(verb, String(name)).map { values($0, String(word[word.index(after: equals)...])) } ?? []).map {
                ProgramCandidate("\(name)=\($0.text)", detail: $0.detail)
            }
        }
        if word.hasPrefix("-") {
            return verb.options.filter { $0.isAvailable && "--\($0.long)".hasPrefix(word) }.map {
                ProgramCandidate("--\($0.long)", detail: $0.help)
            }
        }
        guard operands < verb.count.upperBound else { return [] }
        return self.operands(verb.operand, word)
    }

    /// The option that a word names: `--name`, `--name=value`, or the last letter of a cluster such as `-it`.
    private func option(_ verb: DockerVerb, _ word: String) -> DockerOption? {
        if word.hasPrefix("--") {
            let name = word.dropFirst(2).prefix { $0 != "=" }
            return verb.options.first { $0.long == name }
        }
        guard word.hasPrefix("-"), word.count > 1, let last = word.last else { return nil }
        return verb.options.first { $0.short == last }
    }

    /// The number of operands among words, options and their values left out.
    private func operands(_ verb: DockerVerb, _ words: ArraySlice<String>) -> Int {
        var count = 0
        var takesNext = false
        for word in words {
            if takesNext {
                takesNext = false
            } else if word.hasPrefix("-") {
                takesNext = option(verb, word)?.value != nil && !word.contains("=")
            } else {
                count += 1
            }
        }
        return count
    }

    private func values(_ option: DockerOption, _ word: String) -> [ProgramCandidate] {
        if option.long == "network" {
            let names = ((try? host?.switches()) ?? []).map(\.name) + ["none"]
            return names.filter { $0.hasPrefixIgnoringCase(word) }.map { ProgramCandidate($0) }
        }
        return option.choices.filter { $0.hasPrefix(word) }.map { ProgramCandidate($0) }
    }

    private func operands(_ kind: DockerVerb.Operand, _ word: String) -> [ProgramCandidate] {
        switch kind {
        case .none: return []
        case .images:
            return ((try? host?.images()) ?? []).filter { $0.name.hasPrefixIgnoringCase(word) }.map {
                ProgramCandidate($0.name, detail: $0.version)
            }
        case .containers, .runningContainers, .stoppedContainers:
            let all = ((try? host?.containers()) ?? []).filter { container in
                kind == .containers || (container.state == .off) == (kind == .stoppedContainers)
            }
            let named = all.filter { $0.name.hasPrefixIgnoringCase(word) }
            let identified = word.isEmpty ? [] : all.filter { $0.id.matches(prefix: word) && !$0.name.hasPrefixIgnoringCase(word) }
            return named.map { ProgramCandidate($0.name, detail: "\($0.state.rawValue), \($0.runtimeType.rawValue)") }
                + identified.map { ProgramCandidate($0.shortID, detail: $0.name) }
        }
    }
}
