import SourceText

/// One statement. Conditions, right sides of assignments and parenthesised pipelines are statements as well, as in PowerShell's grammar.
public indirect enum Statement: Sendable {
    case pipeline(Pipeline)
    case chain(PipelineChain)
    case assignment(Assignment)
    case `if`(IfStatement)
    case `while`(WhileStatement)
    case `do`(DoStatement)
    case `for`(ForStatement)
    case forEach(ForEachStatement)
    case `switch`(SwitchStatement)
    case `break`(JumpStatement)
    case `continue`(JumpStatement)
    case `return`(ExitStatement)
    case exit(ExitStatement)
    case `throw`(ExitStatement)
    case `try`(TryStatement)
    case trap(TrapStatement)
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
    case `enum`(EnumDefinition)
    case data(DataStatement)
    /// What the parser could not read. It stands in the tree only where the parse result has errors.
    case error(SourceSpan)
}

extension Statement {
    public var span: SourceSpan {
        switch self {
        case .pipeline(let node): node.span
        case .chain(let node): node.span
        case .assignment(let node): node.span
        case .if(let node): node.span
        case .while(let node): node.span
        case .do(let node): node.span
        case .for(let node): node.span
        case .forEach(let node): node.span
        case .switch(let node): node.span
        case .break(let node), .continue(let node): node.span
        case .return(let node), .exit(let node), .throw(let node): node.span
        case .try(let node): node.span
        case .trap(let node): node.span
        case .function(let node): node.span
        case .class(let node): node.span
        case .enum(let node): node.span
        case .data(let node): node.span
        case .error(let span): span
        }
    }
}

/// `if (…) { } elseif (…) { } else { }`.
public struct IfStatement: Sendable {
    /// `if` and every `elseif`, in order; at least one.
    public let clauses: [ConditionalClause]
    public let elseBlock: StatementBlock?
    public let span: SourceSpan
}

/// A condition and the block that runs where it holds.
public struct ConditionalClause: Sendable {
    public let condition: Statement
    public let body: StatementBlock
}

/// `while (…) { }`.
public struct WhileStatement: Sendable {
    public let label: String?
    public let condition: Statement
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `do { } while (…)` and `do { } until (…)`.
public struct DoStatement: Sendable {
    public let label: String?
    public let body: StatementBlock
    public let condition: Statement
    /// Whether the loop ends when the condition holds (`until`).
    public let isUntil: Bool
    public let span: SourceSpan
}

/// `for (initializer; condition; iterator) { }`; each part may be absent.
public struct ForStatement: Sendable {
    public let label: String?
    public let initializer: Statement?
    public let condition: Statement?
    public let iterator: Statement?
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `foreach ($x in …) { }`.
public struct ForEachStatement: Sendable {
    public let label: String?
    public let variable: VariableReference
    public let collection: Statement
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `switch (…) { }`.
public struct SwitchStatement: Sendable {
    public enum Matching: Sendable, Hashable { case exact, wildcard, regex }

    public let label: String?
    public let matching: Matching
    public let isCaseSensitive: Bool
    /// Whether the input is a file's lines: `input` then gives its path.
    public let isFile: Bool
    public let input: Statement
    public let clauses: [SwitchClause]
    public let defaultBlock: StatementBlock?
    public let span: SourceSpan
}

/// `value { }` in a switch; a script block as the value is a test of its own.
public struct SwitchClause: Sendable {
    public let condition: Expression
    public let body: StatementBlock
}

/// `break` or `continue`, with a label where one was written (a bare word is a constant string).
public struct JumpStatement: Sendable {
    public let label: Expression?
    public let span: SourceSpan
}

/// `return`, `exit` or `throw`, with the pipeline behind it.
public struct ExitStatement: Sendable {
    public let value: Statement?
    public let span: SourceSpan
}

/// `try { } catch [T] { } finally { }`.
public struct TryStatement: Sendable {
    public let body: StatementBlock
    public let catches: [CatchClause]
    public let finally: StatementBlock?
    public let span: SourceSpan
}

/// `catch { }`, or `catch [A], [B] { }`.
public struct CatchClause: Sendable {
    /// Empty for a clause that takes every error.
    public let types: [TypeSyntax]
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `trap { }` or `trap [T] { }`.
public struct TrapStatement: Sendable {
    public let type: TypeSyntax?
    public let body: StatementBlock
    public let span: SourceSpan
}

/// `data name -SupportedCommand … { }`.
public struct DataStatement: Sendable {
    /// The variable that takes the result; nil writes it to the output.
    public let variable: String?
    public let supportedCommands: [Expression]
    public let body: StatementBlock
    public let span: SourceSpan
}
