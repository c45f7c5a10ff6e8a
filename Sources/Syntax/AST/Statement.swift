import SourceText

/// A statement (about_Language_Keywords). As in PowerShell's grammar, conditions, right sides of assignments and parenthesised
/// pipelines are statements too.
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
    /// Text that could not be parsed. Only a tree whose parse result has errors contains such nodes.
    case error(SourceSpan)
}

extension Statement {
    /// The node's extent in the file.
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

/// `if (…) { } elseif (…) { } else { }` (about_If).
public struct IfStatement: Sendable {
    /// The clauses of `if` and each `elseif`, in their order; at least one.
    public let clauses: [ConditionalClause]
    /// The block of `else`; nil if it was not written.
    public let elseBlock: StatementBlock?
    /// The extent in the file.
    public let span: SourceSpan
}

/// A condition, and the block to run if it is true.
public struct ConditionalClause: Sendable {
    /// The condition.
    public let condition: Statement
    /// The block.
    public let body: StatementBlock
}

/// `while (…) { }` (about_While).
public struct WhileStatement: Sendable {
    /// The label before the loop; nil if there is none.
    public let label: String?
    /// The condition, evaluated before each iteration.
    public let condition: Statement
    /// The body.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `do { } while (…)` or `do { } until (…)` (about_Do).
public struct DoStatement: Sendable {
    /// The label before the loop; nil if there is none.
    public let label: String?
    /// The body.
    public let body: StatementBlock
    /// The condition, evaluated after each iteration.
    public let condition: Statement
    /// Whether the loop ends when the condition is true (`until`); otherwise it ends when it is false.
    public let isUntil: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// `for (initializer; condition; iterator) { }` (about_For).
public struct ForStatement: Sendable {
    /// The label before the loop; nil if there is none.
    public let label: String?
    /// The statement that runs once before the loop; nil if it is missing.
    public let initializer: Statement?
    /// The condition, evaluated before each iteration; nil if it is missing, which means true.
    public let condition: Statement?
    /// The statement that runs after each iteration; nil if it is missing.
    public let iterator: Statement?
    /// The body.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `foreach ($x in …) { }` (about_Foreach).
public struct ForEachStatement: Sendable {
    /// The label before the loop; nil if there is none.
    public let label: String?
    /// The variable that takes each element.
    public let variable: VariableReference
    /// The statement whose output is enumerated.
    public let collection: Statement
    /// The body.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `switch (…) { }` (about_Switch).
public struct SwitchStatement: Sendable {
    /// How a condition is compared with a value.
    public enum Matching: Sendable, Hashable { case exact, wildcard, regex }

    /// The label before the statement; nil if there is none.
    public let label: String?
    /// How conditions are compared with values (-Exact, -Wildcard, -Regex).
    public let matching: Matching
    /// Whether comparisons are case-sensitive (-CaseSensitive).
    public let isCaseSensitive: Bool
    /// Whether the values are the lines of a file (-File), whose path `input` gives.
    public let isFile: Bool
    /// The statement that gives the values.
    public let input: Statement
    /// The clauses in their order, without `default`.
    public let clauses: [SwitchClause]
    /// The block of `default`; nil if it was not written.
    public let defaultBlock: StatementBlock?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `condition { }` in a switch.
public struct SwitchClause: Sendable {
    /// The value to compare with; a script block is run as a test.
    public let condition: Expression
    /// The block.
    public let body: StatementBlock
}

/// `break` or `continue` (about_Break, about_Continue).
public struct JumpStatement: Sendable {
    /// The label; a bare word is a constant string. nil if none was written.
    public let label: Expression?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `return`, `exit` or `throw`.
public struct ExitStatement: Sendable {
    /// The pipeline behind the keyword; nil if there is none.
    public let value: Statement?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `try { } catch [T] { } finally { }` (about_Try_Catch_Finally).
public struct TryStatement: Sendable {
    /// The block of `try`.
    public let body: StatementBlock
    /// The catch clauses in their order.
    public let catches: [CatchClause]
    /// The block of `finally`; nil if it was not written.
    public let finally: StatementBlock?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `catch { }` or `catch [A], [B] { }`.
public struct CatchClause: Sendable {
    /// The exception types; empty if the clause catches every error.
    public let types: [TypeSyntax]
    /// The block.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `trap { }` or `trap [T] { }` (about_Trap).
public struct TrapStatement: Sendable {
    /// The exception type; nil if the statement traps every error.
    public let type: TypeSyntax?
    /// The block.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}

/// `data name -SupportedCommand … { }` (about_Data_Sections).
public struct DataStatement: Sendable {
    /// The variable that takes the result; nil to write it to the output.
    public let variable: String?
    /// The commands allowed besides ConvertFrom-StringData.
    public let supportedCommands: [Expression]
    /// The block.
    public let body: StatementBlock
    /// The extent in the file.
    public let span: SourceSpan
}
