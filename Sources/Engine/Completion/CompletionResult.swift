/// Candidates for what stands before the cursor.
public struct CompletionResult: Sendable {
    public struct Candidate: Sendable {
        /// What is inserted, quoted where it has to be.
        public var text: String
        /// What a list shows.
        public var label: String
        /// What it is, a few words.
        public var detail: String

        public init(_ text: String, label: String? = nil, detail: String = "") {
            self.text = text
            self.label = label ?? text
            self.detail = detail
        }
    }

    /// How many UTF-8 bytes before the cursor the candidates replace.
    public var replaced: Int
    public var candidates: [Candidate]

    public init(replaced: Int, candidates: [Candidate]) {
        self.replaced = replaced
        self.candidates = candidates
    }
}

/// Finds the values of a kind of parameter: containers, images, processes. Gets the text so far.
public typealias NamedCompleter = @Sendable (Engine, String) -> [CompletionResult.Candidate]
