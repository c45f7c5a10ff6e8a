import CmdletKit
import Interpreter
import Syntax
import Values

/// The sources of arguments by command and parameter: modules, drives, scopes, properties of the piped objects.
enum ValueSources {
    typealias Source = @Sendable (WordCompletion, CompletionWord, CommandSyntax, ArgumentBinding) -> [CompletionResult.Candidate]

    /// The source for a parameter; nil where there is none.
    static func find(_ command: String, _ parameter: String) -> Source? {
        let command = command.lowercased()
        let parameter = parameter.lowercased()
        if let source = byCommand[command]?[parameter] { return source }
        if parameter == "scope", scoped.contains(command) { return texts(["Global", "Local", "Script"]) }
        if properties.contains(command), ["property", "excludeproperty", "expandproperty", "groupby", "name"].contains(parameter) {
            return { $0.pipedProperties($1, $2, $3, methods: false) }
        }
        return nil
    }

    private static let scoped: Set<String> = [
        "clear-variable", "export-alias", "get-alias", "get-psdrive", "get-variable", "import-alias", "new-alias", "new-psdrive",
        "new-variable", "remove-alias", "remove-psdrive", "remove-variable", "set-alias", "set-variable",
    ]
    private static let properties: Set<String> = [
        "select-object", "sort-object", "group-object", "measure-object", "compare-object", "where-object", "format-table",
        "format-list", "format-wide", "format-custom", "convertto-html", "get-unique", "select-string",
    ]

    private static func texts(_ values: [String]) -> Source {
        { _, word, _, _ in values.filter { word.matches($0) }.map { word.candidate($0) } }
    }

    private static func names(_ list: @escaping @Sendable (WordCompletion) -> [String]) -> Source {
        { completion, word, _, _ in list(completion).filter { word.matches($0) }.map { word.candidate($0) } }
    }

    private static let modules: Source = { completion, word, _, _ in completion.modules(word) }
    private static let commands: Source = { completion, word, _, binding in
        let modules = binding.texts("Module")
        guard !modules.isEmpty else {
            // A script is named by its path.
            return word.text.contains("/") || word.text.hasPrefix(".") ? completion.paths(word) : completion.commandCandidates(word)
        }
        let found = completion.engine.commands.allCmdlets.filter { cmdlet in
            modules.contains { $0.equalsIgnoringCase(cmdlet.module) } && word.matches(cmdlet.name)
        }
        return found.map { word.candidate($0.name, kind: .command) }
    }
    private static let variables: Source = names { $0.engine.visibleVariables.map(\.name) }
    private static let aliases: Source = names { $0.engine.visibleAliases.map(\.name) }
    private static let drives: Source = names { $0.engine.visibleDrives.map(\.name) }
    private static let providers: Source = names { _ in Provider.allCases.map(\.name) }
    private static let types: Source = { completion, word, _, _ in
        completion.typeCandidates(word.text.split { "[,".contains($0) }.last.map(String.init) ?? "").map { candidate in
            let before = word.text.lastIndex { "[,".contains($0) }.map { String(word.text[...$0]) } ?? ""
            guard !before.isEmpty else { return candidate }
            let text = before + candidate.text + "]"
            return CompletionResult.Candidate(
                Quoting.word(text), label: candidate.label, detail: candidate.detail, kind: candidate.kind)
        }
    }
    private static let files: Source = { completion, word, _, _ in completion.paths(word) }
    private static let folders: Source = { completion, word, _, _ in
        completion.paths(word).filter { $0.kind == .container }
    }
    private static let literalFiles: Source = { completion, word, _, _ in completion.paths(word, isLiteral: true) }

    private static let byCommand: [String: [String: Source]] = [
        "get-module": ["name": modules, "psedition": texts(["Desktop", "Core"])],
        "import-module": [
            "name": { completion, word, command, binding in
                completion.modules(word)
                    + completion.paths(word).filter { candidate in
                        candidate.kind == .container
                            || [".psm1", ".psd1", ".ps1", ".dll"].contains { candidate.label.lowercased().hasSuffix($0) }
                    }
            }
        ],
        "remove-module": ["name": modules], "save-help": ["module": modules], "update-help": ["module": modules],
        "get-command": [
            "name": commands, "module": modules, "excludemodule": modules, "noun": { $0.nouns($1, $3) },
            "verb": { $0.verbs(of: $3, $1) },
        ],
        "get-help": ["name": { completion, word, _, _ in completion.commandCandidates(word) + completion.paths(word) }],
        "get-verb": ["verb": { $0.verbs(inGroups: $3.texts("Group"), $1) }],
        "get-variable": ["name": variables], "set-variable": ["name": variables], "remove-variable": ["name": variables],
        "clear-variable": ["name": variables], "new-variable": ["name": variables],
        "get-alias": [
            "name": aliases,
            "definition": { completion, word, command, binding in
                let functions = completion.engine.visibleFunctions.map(\.name)
                let cmdlets = completion.engine.commands.allCmdlets.map(\.name)
                return (cmdlets + functions).filter { word.matches($0) }.map { word.candidate($0, kind: .command) }
            },
        ],
        "set-alias": ["name": aliases, "value": commands], "new-alias": ["value": commands], "remove-alias": ["name": aliases],
        "export-alias": ["name": aliases],
        "get-psdrive": ["name": drives, "psprovider": providers], "remove-psdrive": ["name": drives, "psprovider": providers],
        "new-psdrive": ["psprovider": providers, "root": files], "get-psprovider": ["psprovider": providers],
        "new-object": ["typename": types], "set-strictmode": ["version": texts(["1.0", "2.0", "3.0", "Latest"])],
        "set-location": ["path": folders, "literalpath": literalFiles],
        "push-location": ["path": folders, "literalpath": literalFiles],
        "foreach-object": ["membername": { $0.pipedProperties($1, $2, $3, methods: true) }],
        "where-object": [
            "value": { $0.comparedCases($1, $2, $3) }, "property": { $0.pipedProperties($1, $2, $3, methods: false) },
        ],
        "export-modulemember": [
            "function": names { $0.engine.visibleFunctions.map(\.name) }, "alias": aliases, "variable": variables,
            "cmdlet": names { $0.engine.commands.allCmdlets.map(\.name) },
        ],
        "join-string": [
            "separator": { completion, word, _, _ in JoinStringValues.separators(word) },
            "formatstring": { completion, word, _, _ in JoinStringValues.formats(word) },
        ],
        "invoke-expression": ["command": { completion, word, _, _ in completion.commandCandidates(word) }],
    ]
}

/// The separators and formats that Join-String's help lists as typical.
enum JoinStringValues {
    private static let separatorTexts: [(text: String, label: String, isEscaped: Bool)] = [
        (",", "Comma", false), (", ", "Comma-Space", false), (";", "Semi-Colon", false), ("; ", "Semi-Colon-Space", false),
        ("`n", "Newline", true), ("-", "Dash", false), (" ", "Space", false),
    ]
    private static let formatTexts: [(text: String, label: String, isEscaped: Bool)] = [
        ("[{0}]", "[{0}]", false), ("{0:N2}", "{0:N2}", false), ("`n    `${0}", "`n    `${0}", true),
        ("`n    [string] `${0}", "`n    [string] `${0}", true),
    ]

    static func separators(_ word: CompletionWord) -> [CompletionResult.Candidate] { candidates(separatorTexts, word) }
    static func formats(_ word: CompletionWord) -> [CompletionResult.Candidate] { candidates(formatTexts, word) }

    private static func candidates(
        _ entries: [(text: String, label: String, isEscaped: Bool)], _ word: CompletionWord
    ) -> [CompletionResult.Candidate] {
        entries.filter { $0.text.hasPrefix(word.text) }.map { entry in
            let quote = entry.isEscaped || word.quote == "\"" ? "\"" : "'"
            return CompletionResult.Candidate(
                quote + entry.text + quote, label: entry.label,
                detail: entry.text == entry.label ? entry.text : "\(entry.text) - \(entry.label)",
                kind: .parameterValue)
        }
    }
}
