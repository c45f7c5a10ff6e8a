import Interpreter

/// Candidates for what stands at the cursor.
public struct CompletionResult: Sendable {
    /// What a candidate is; the order is that of System.Management.Automation.CompletionResultType.
    public enum Kind: String, Sendable, CaseIterable {
        case text = "Text"
        case history = "History"
        case command = "Command"
        case item = "ProviderItem"
        case container = "ProviderContainer"
        case property = "Property"
        case method = "Method"
        case parameterName = "ParameterName"
        case parameterValue = "ParameterValue"
        case variable = "Variable"
        case namespace = "Namespace"
        case type = "Type"
        case keyword = "Keyword"
        case dynamicKeyword = "DynamicKeyword"
    }

    public struct Candidate: Sendable {
        /// What is inserted, quoted where it has to be.
        public var text: String
        /// What a list shows.
        public var label: String
        /// What it is, a few words.
        public var detail: String
        public var kind: Kind

        public init(_ text: String, label: String? = nil, detail: String = "", kind: Kind = .text) {
            self.text = text
            self.label = label ?? text
            self.detail = detail
            self.kind = kind
        }
    }

    /// How many UTF-8 bytes before the cursor the candidates replace.
    public var replaced: Int
    /// How many UTF-8 bytes behind the cursor they replace: the rest of the word that the cursor stands in.
    public var replacedBehind: Int
    public var candidates: [Candidate]

    public init(replaced: Int, replacedBehind: Int = 0, candidates: [Candidate]) {
        self.replaced = replaced
        self.replacedBehind = replacedBehind
        self.candidates = candidates
    }

    /// Nothing to offer.
    static let none = CompletionResult(replaced: 0, candidates: [])
}

/// Finds the values of a kind of parameter: containers, images, processes. Gets the text so far.
public typealias NamedCompleter = @Sendable (Engine, String) -> [CompletionResult.Candidate]

/// The kinds of parameter values that the program around the engine knows, by name: a service of the engine.
public struct NamedCompleters: Sendable {
    let table: [String: NamedCompleter]
    public init(_ table: [String: NamedCompleter]) { self.table = table }
}
