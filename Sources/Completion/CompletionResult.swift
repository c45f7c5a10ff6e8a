import Interpreter

/// The candidates for the word at the cursor, and the text they replace.
public struct CompletionResult: Sendable {
    /// The kind of a candidate, in the order of System.Management.Automation.CompletionResultType.
    public enum Kind: String, Sendable, CaseIterable {
        /// Plain text.
        case text = "Text"
        /// A line of the history.
        case history = "History"
        /// A command.
        case command = "Command"
        /// A file, or an item of another drive.
        case item = "ProviderItem"
        /// A folder.
        case container = "ProviderContainer"
        /// A property, or a key of a hashtable.
        case property = "Property"
        /// A method.
        case method = "Method"
        /// A parameter's name, or an operator.
        case parameterName = "ParameterName"
        /// An argument.
        case parameterValue = "ParameterValue"
        /// A variable.
        case variable = "Variable"
        /// A namespace.
        case namespace = "Namespace"
        /// A type.
        case type = "Type"
        /// A keyword.
        case keyword = "Keyword"
        /// A keyword that a module adds; nothing here makes one.
        case dynamicKeyword = "DynamicKeyword"
    }

    /// One completion of the word.
    public struct Candidate: Sendable {
        /// The text to insert, quoted where it has to be (CompletionText).
        public var text: String
        /// The text in a list of candidates (ListItemText).
        public var label: String
        /// A few words of description (ToolTip).
        public var detail: String
        /// The kind (ResultType).
        public var kind: Kind

        /// Makes a candidate; its label is the text where none is given.
        public init(_ text: String, label: String? = nil, detail: String = "", kind: Kind = .text) {
            self.text = text
            self.label = label ?? text
            self.detail = detail
            self.kind = kind
        }
    }

    /// The number of UTF-8 bytes before the cursor that a candidate replaces.
    public var replaced: Int
    /// The number of UTF-8 bytes behind the cursor that a candidate replaces: the rest of the word around the cursor.
    public var replacedBehind: Int
    /// The candidates, in the order in which they are offered.
    public var candidates: [Candidate]

    /// Makes a result.
    public init(replaced: Int, replacedBehind: Int = 0, candidates: [Candidate]) {
        self.replaced = replaced
        self.replacedBehind = replacedBehind
        self.candidates = candidates
    }

    /// No candidates.
    static let none = CompletionResult(replaced: 0, candidates: [])
}

/// Gives the candidates for a kind of argument, such as containers or images, and a word so far.
public typealias NamedCompleter = @Sendable (Engine, String) -> [CompletionResult.Candidate]

/// The named completers of the program around the engine, by the name that a parameter's declaration uses: a service of the engine.
public struct NamedCompleters: Sendable {
    let table: [String: NamedCompleter]
    /// Makes the service of a table of completers.
    public init(_ table: [String: NamedCompleter]) { self.table = table }
}
