import SourceText

/// `a | b | c` (about_Pipelines).
public struct Pipeline: Sendable {
    /// The elements from left to right; at least one.
    public let elements: [PipelineElement]
    /// Whether the pipeline ends in `&` and so runs as a job. In a chain, the chain has this mark.
    public let isBackground: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// An element of a pipeline.
public indirect enum PipelineElement: Sendable {
    case command(CommandSyntax)
    /// An expression with its redirections.
    case expression(Expression, redirections: [Redirection])

    /// The node's extent in the file.
    public var span: SourceSpan {
        switch self {
        case .command(let command): command.span
        case .expression(let expression, let redirections):
            redirections.last.map { expression.span.union($0.span) } ?? expression.span
        }
    }
}

/// `a && b || c` (about_Pipeline_Chain_Operators). Left-associative: whether a link runs depends on the success of the one that ran
/// before it.
public struct PipelineChain: Sendable {
    /// An operator with the pipeline to its right.
    public struct Link: Sendable {
        /// Whether the pipeline runs after success (`&&`); otherwise it runs after failure (`||`).
        public let runsOnSuccess: Bool
        /// The pipeline.
        public let pipeline: Pipeline
    }

    /// The first pipeline, which always runs.
    public let first: Pipeline
    /// The links in their order.
    public let links: [Link]
    /// Whether the chain ends in `&` and so runs as a job.
    public let isBackground: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// A command with its arguments: everything up to `|`, `;` or the end of the line.
public struct CommandSyntax: Sendable {
    /// The operator before the name.
    public enum Invocation: Sendable, Hashable {
        /// No operator: the name is a bare word.
        case none
        /// `&`, the call operator.
        case call
        /// `.`, the dot sourcing operator: runs in the caller's scope.
        case dot
    }

    /// The operator before the name.
    public let invocation: Invocation
    /// The name. Behind an operator it may be any expression whose value is a name, a command or a script block.
    public let name: Expression
    /// Parameters and arguments in their order.
    public let elements: [CommandElement]
    /// The redirections in their order.
    public let redirections: [Redirection]
    /// The extent in the file.
    public let span: SourceSpan
}

/// A word behind a command's name.
public enum CommandElement: Sendable {
    case parameter(CommandParameter)
    case argument(Expression)
    /// `--`: the words behind it are arguments. A native command gets the two hyphens too.
    case endOfParameters(SourceSpan)
    /// `--%` with the rest of the line, which goes to a native command unchanged (about_Parsing).
    case verbatim(VerbatimArgument)

    /// The node's extent in the file.
    public var span: SourceSpan {
        switch self {
        case .parameter(let parameter): parameter.span
        case .argument(let expression): expression.span
        case .endOfParameters(let span): span
        case .verbatim(let argument): argument.span
        }
    }
}

/// `-Name`, `-Name:` with its argument, or another word that begins with a hyphen.
public struct CommandParameter: Sendable {
    /// The name without hyphen and colon.
    public let name: String
    /// The word as written, including hyphen and colon, for native commands (`-la`, `--isolation=hyperv`). For `-Name:value` it
    /// ends with the colon.
    public let text: String
    /// The argument behind the colon; nil if there is no colon.
    public let argument: Expression?
    /// Whether white space stands between the colon and its argument.
    public let hasSpaceAfterColon: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// `--%` and the text behind it.
public struct VerbatimArgument: Sendable {
    /// The rest of the line without the white space around it.
    public let text: String
    /// The extent in the file.
    public let span: SourceSpan
}

/// A stream that can be redirected; the raw value is its number (about_Redirection).
public enum OutputStream: Int, Sendable, Hashable {
    case all = 0
    case output = 1
    case error = 2
    case warning = 3
    case verbose = 4
    case debug = 5
    case information = 6
}

/// A redirection: `>`, `2>>`, `2>&1`, `*>` and so on.
public struct Redirection: Sendable {
    /// Where the stream goes.
    public enum Target: Sendable {
        /// To the file that the expression names; `append` for `>>`.
        case file(Expression, append: Bool)
        /// Into another stream, such as `2>&1`.
        case merge(into: OutputStream)
    }

    /// The redirected stream.
    public let stream: OutputStream
    /// Where the stream goes.
    public let target: Target
    /// The extent in the file.
    public let span: SourceSpan
}

/// `target operator value` (about_Assignment_Operators).
public struct Assignment: Sendable {
    /// `=` or a compound operator such as `+=`.
    public enum Operator: Sendable, Hashable, CaseIterable {
        case assign, add, subtract, multiply, divide, remainder, coalesce
    }

    /// What is assigned to.
    public let target: AssignmentTarget
    /// The operator.
    public let `operator`: Operator
    /// The extent of the operator.
    public let operatorSpan: SourceSpan
    /// The right side: a pipeline, another assignment, or any statement with output (`$x = if … { }`).
    public let value: Statement
    /// The extent in the file.
    public let span: SourceSpan
}

/// What can stand to the left of an assignment operator.
public indirect enum AssignmentTarget: Sendable {
    /// `$x`, `[int]$x` or `[ValidateRange(1, 5)][int]$x`. The types are in the order written; the last one is applied first.
    case variable(VariableReference, types: [TypeSyntax], attributes: [AttributeSyntax])
    /// `$x.a` or `[T]::a`; `types` as for a variable.
    case member(MemberAccess, types: [TypeSyntax])
    case index(IndexExpression, types: [TypeSyntax])
    /// `$a, $b = …`, also in parentheses and nested.
    case list([AssignmentTarget], SourceSpan)
}
