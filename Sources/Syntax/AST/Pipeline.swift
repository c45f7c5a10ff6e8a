import SourceText

/// `a | b | c`, at least one element.
public struct Pipeline: Sendable {
    public let elements: [PipelineElement]
    /// Whether the pipeline ends in `&` and so runs as a job. A chain carries the mark itself.
    public let isBackground: Bool
    public let span: SourceSpan
}

/// What stands between two `|`.
public indirect enum PipelineElement: Sendable {
    case command(CommandSyntax)
    /// An expression, with the redirections behind it.
    case expression(Expression, redirections: [Redirection])

    public var span: SourceSpan {
        switch self {
        case .command(let command): command.span
        case .expression(let expression, let redirections):
            redirections.last.map { expression.span.union($0.span) } ?? expression.span
        }
    }
}

/// `a && b || c`: left-associative, each link run or passed over by the success of the one before.
public struct PipelineChain: Sendable {
    public struct Link: Sendable {
        /// Whether the link runs after success (`&&`), and not after failure (`||`).
        public let runsOnSuccess: Bool
        public let pipeline: Pipeline
    }

    public let first: Pipeline
    public let links: [Link]
    public let isBackground: Bool
    public let span: SourceSpan
}

/// A command's name with everything behind it up to `|`, `;` or the line's end.
public struct CommandSyntax: Sendable {
    public enum Invocation: Sendable, Hashable {
        /// No operator: a bare word names the command.
        case none
        /// `&`.
        case call
        /// `.`: in the caller's scope.
        case dot
    }

    public let invocation: Invocation
    /// The name: a bare or quoted string, or with an operator any expression that gives a name, a command or a script block.
    public let name: Expression
    /// Parameters and arguments, in the order written.
    public let elements: [CommandElement]
    public let redirections: [Redirection]
    public let span: SourceSpan
}

/// One word of a command behind its name.
public enum CommandElement: Sendable {
    case parameter(CommandParameter)
    case argument(Expression)
    /// `--`: what follows is arguments only. A native command gets the two dashes.
    case endOfParameters(SourceSpan)
    /// `--%` and the line's rest, which goes to a native command as it stands.
    case verbatim(VerbatimArgument)

    public var span: SourceSpan {
        switch self {
        case .parameter(let parameter): parameter.span
        case .argument(let expression): expression.span
        case .endOfParameters(let span): span
        case .verbatim(let argument): argument.span
        }
    }
}

/// `-Name`, `-Name:` with its argument, or any other word that begins with a dash.
public struct CommandParameter: Sendable {
    /// The name without dash and colon.
    public let name: String
    /// The parameter's word exactly as written, dash and colon included, for native commands (`-la`, `--isolation=hyperv`).
    /// For `-Name:value` it ends with the colon.
    public let text: String
    /// The argument attached by a colon.
    public let argument: Expression?
    /// Whether white space stands between the colon and its argument.
    public let hasSpaceAfterColon: Bool
    public let span: SourceSpan
}

/// The text behind `--%`.
public struct VerbatimArgument: Sendable {
    /// The line's rest behind `--%`, without the white space around it.
    public let text: String
    public let span: SourceSpan
}

/// The streams that can be redirected, by their numbers.
public enum OutputStream: Int, Sendable, Hashable {
    case all = 0
    case output = 1
    case error = 2
    case warning = 3
    case verbose = 4
    case debug = 5
    case information = 6
}

/// `>`, `2>>`, `2>&1`, `*>` and so on.
public struct Redirection: Sendable {
    public enum Target: Sendable {
        case file(Expression, append: Bool)
        case merge(into: OutputStream)
    }

    public let stream: OutputStream
    public let target: Target
    public let span: SourceSpan
}

/// `target operator value`.
public struct Assignment: Sendable {
    public enum Operator: Sendable, Hashable, CaseIterable {
        case assign, add, subtract, multiply, divide, remainder, coalesce
    }

    public let target: AssignmentTarget
    public let `operator`: Operator
    public let operatorSpan: SourceSpan
    /// The right side: a pipeline, a further assignment, or any statement with output (`$x = if … { }`).
    public let value: Statement
    public let span: SourceSpan
}

/// What can stand to the left of `=`.
public indirect enum AssignmentTarget: Sendable {
    /// `$x`, `[int]$x`, `[ValidateRange(1, 5)][int]$x`; types from the left, the last one applied first.
    case variable(VariableReference, types: [TypeSyntax], attributes: [AttributeSyntax])
    /// `$x.a`, `[T]::a`; `types` as with a variable.
    case member(MemberAccess, types: [TypeSyntax])
    case index(IndexExpression, types: [TypeSyntax])
    /// `$a, $b = …`, also in parentheses and nested.
    case list([AssignmentTarget], SourceSpan)
}
