/// The sections of comment-based help (about_Comment_Based_Help). A section that is missing is empty; its text has no common indent
/// and no blank lines around it.
public struct CommentHelp: Sendable, Hashable {
    /// A `.PARAMETER` section.
    public struct Parameter: Sendable, Hashable {
        /// The parameter's name.
        public var name: String
        /// The section's text.
        public var text: String
    }

    /// The text of `.SYNOPSIS`.
    public var synopsis = ""
    /// The text of `.DESCRIPTION`.
    public var description = ""
    /// The `.PARAMETER` sections in their order.
    public var parameters: [Parameter] = []
    /// The texts of the `.EXAMPLE` sections, code and remarks together.
    public var examples: [String] = []
    /// The texts of the `.INPUTS` sections.
    public var inputs: [String] = []
    /// The texts of the `.OUTPUTS` sections.
    public var outputs: [String] = []
    /// The text of `.NOTES`.
    public var notes = ""
    /// The texts of the `.LINK` sections, each a topic or a URL.
    public var links: [String] = []
    /// The text of `.COMPONENT`.
    public var component = ""
    /// The text of `.ROLE`.
    public var role = ""
    /// The text of `.FUNCTIONALITY`.
    public var functionality = ""
    /// The argument of `.FORWARDHELPTARGETNAME`: the command whose help is shown instead.
    public var forwardHelpTargetName = ""
    /// The argument of `.FORWARDHELPCATEGORY`: the kind of that command.
    public var forwardHelpCategory = ""
    /// The argument of `.REMOTEHELPRUNSPACE`.
    public var remoteHelpRunspace = ""
    /// The argument of `.EXTERNALHELP`: the path of a help file.
    public var externalHelp = ""
}
