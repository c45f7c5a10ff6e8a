/// Comment-based help: the sections of a comment with `.SYNOPSIS` and the like.
public struct CommentHelp: Sendable, Hashable {
    public struct Parameter: Sendable, Hashable {
        public var name: String
        public var text: String
    }

    public var synopsis = ""
    public var description = ""
    /// `.PARAMETER name` sections, in the order written.
    public var parameters: [Parameter] = []
    public var examples: [String] = []
    public var inputs: [String] = []
    public var outputs: [String] = []
    public var notes = ""
    public var links: [String] = []
    public var component = ""
    public var role = ""
    public var functionality = ""
    public var forwardHelpTargetName = ""
    public var forwardHelpCategory = ""
    public var remoteHelpRunspace = ""
    public var externalHelp = ""
}
