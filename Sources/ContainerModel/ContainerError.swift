/// What went wrong in the container engine, said so that a user can mend it.
///
/// One struct with an extensible code rather than an enum per operation: a front end needs the code (for an error id and a category) and
/// the text, and adds nothing by matching hundreds of cases.
public struct ContainerError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// A stable name of the kind of failure, used as the first part of a fully qualified error id (`ContainerNotRunning`).
    public struct Code: RawRepresentable, ExpressibleByStringLiteral, Codable, Sendable, Hashable {
        /// The name.
        public var rawValue: String
        /// A code of any name: hosts of other programs may have their own.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A code of a name.
        public init(_ rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral rawValue: String) { self.rawValue = rawValue }
    }

    /// What kind of failure it is.
    public var code: Code
    /// What failed and on what, a whole sentence.
    public var message: String
    /// How to mend it, a whole sentence; nil where nothing can be advised.
    public var remedy: String?
    /// The underlying failure: the OCI runtime's message, errno's text, the guest's console output; nil where there is none.
    public var cause: String?
    /// The container or image that was worked on, where there was one.
    public var target: String?

    /// An error in the form that every front end shows: message, cause, remedy.
    public init(_ code: Code, _ message: String, remedy: String? = nil, cause: String? = nil, target: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.cause = cause
        self.target = target
    }

    /// The message, cause and remedy, a line each; those that are nil or empty are left out.
    public var description: String {
        [message, cause, remedy].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
