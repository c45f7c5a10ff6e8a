import SourceText

/// A script, a function's body or a `{ … }` literal: everything between two braces, or a whole text.
///
/// A class so that compiled code, script block values and caches can hold and compare one identity. Everything in it is immutable.
public final class ScriptBlockSyntax: Sendable {
    /// The text that the spans of this block and of everything in it refer to.
    public let file: SourceFile
    /// The block's extent, with its braces where it has any.
    public let span: SourceSpan
    /// The extent of what stands between the braces; the same as `span` for a whole text.
    public let bodySpan: SourceSpan
    /// `using …` statements; only a whole text has any.
    public let usings: [UsingStatement]
    /// What `#requires` comments ask for; nil where there is none. Only a whole text has any.
    public let requirements: ScriptRequirements?
    /// Attributes of the block itself, such as `[CmdletBinding()]`, written before `param`.
    public let attributes: [AttributeSyntax]
    /// The parameters of `param(…)`, or of the parentheses behind a function's name. Nil where neither was written.
    public let parameters: [ParameterSyntax]?
    public let dynamicParamBlock: StatementBlock?
    public let beginBlock: StatementBlock?
    /// `process { }`; also the unnamed body of a `filter`.
    public let processBlock: StatementBlock?
    /// `end { }`, or the statements of a block that names no part.
    public let endBlock: StatementBlock?
    public let cleanBlock: StatementBlock?
    /// Whether the parts were written with their names (`begin { } process { }`), and not as bare statements.
    public let hasNamedBlocks: Bool
    /// Comment-based help found at the block's begin or end, or before the function that it belongs to.
    public let help: CommentHelp?

    init(
        file: SourceFile, span: SourceSpan, bodySpan: SourceSpan, usings: [UsingStatement] = [],
        requirements: ScriptRequirements? = nil, attributes: [AttributeSyntax] = [], parameters: [ParameterSyntax]? = nil,
        dynamicParamBlock: StatementBlock? = nil, beginBlock: StatementBlock? = nil, processBlock: StatementBlock? = nil,
        endBlock: StatementBlock? = nil, cleanBlock: StatementBlock? = nil, hasNamedBlocks: Bool = false, help: CommentHelp? = nil
    ) {
        self.file = file
        self.span = span
        self.bodySpan = bodySpan
        self.usings = usings
        self.requirements = requirements
        self.attributes = attributes
        self.parameters = parameters
        self.dynamicParamBlock = dynamicParamBlock
        self.beginBlock = beginBlock
        self.processBlock = processBlock
        self.endBlock = endBlock
        self.cleanBlock = cleanBlock
        self.hasNamedBlocks = hasNamedBlocks
        self.help = help
    }
}

/// Statements in braces, or the statements of a whole script.
public struct StatementBlock: Sendable {
    public let statements: [Statement]
    /// The `trap` statements of the block, which hold for all of it wherever they stand.
    public let traps: [TrapStatement]
    public let span: SourceSpan
}

/// One parameter of `param(…)`, of a function's parentheses or of a method.
public struct ParameterSyntax: Sendable {
    /// The name without `$`.
    public let name: String
    public let nameSpan: SourceSpan
    /// Attributes that are no types, such as `[Parameter(Mandatory)]`, `[Alias('x')]` or `[ValidateSet('a', 'b')]`.
    public let attributes: [AttributeSyntax]
    /// Type constraints as written, from the left; the last one is applied first.
    public let types: [TypeSyntax]
    public let defaultValue: Expression?
    public let span: SourceSpan
}

/// `[Name(positional, Key = value)]`.
public struct AttributeSyntax: Sendable {
    public let name: TypeSyntax
    public let positionalArguments: [Expression]
    public let namedArguments: [NamedAttributeArgument]
    public let span: SourceSpan
}

/// `Key = value` in an attribute; `value` is nil for the short form `Key`, which means `$true`.
public struct NamedAttributeArgument: Sendable {
    public let name: String
    public let value: Expression?
    public let span: SourceSpan
}

/// `using namespace X`, `using module X`, `using assembly X`.
public struct UsingStatement: Sendable {
    public enum Kind: Sendable, Hashable { case namespace, module, assembly, type, command }

    public let kind: Kind
    /// The name or path; empty where `specification` stands.
    public let name: String
    /// `using module @{ ModuleName = …; ModuleVersion = … }`.
    public let specification: HashtableLiteral?
    public let span: SourceSpan
}

/// What the `#requires` comments of a script ask for, together.
public struct ScriptRequirements: Sendable {
    /// `-Version 7.2`, as written.
    public let version: String?
    /// `-PSEdition Core`, as written.
    public let editions: [String]
    /// `-Modules a, b`: names, or the source text of module specifications.
    public let modules: [String]
    /// `-RunAsAdministrator`.
    public let needsAdministrator: Bool
    public let span: SourceSpan
}
