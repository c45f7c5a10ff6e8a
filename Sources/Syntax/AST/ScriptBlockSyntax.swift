import SourceText

/// The content of a script, of a function's body or of a `{ … }` literal (about_Script_Blocks).
///
/// A class, so that compiled code, script block values and caches can refer to the same one and compare identities. Immutable.
public final class ScriptBlockSyntax: Sendable {
    /// The file that the spans of this block and of all nodes in it refer to.
    public let file: SourceFile
    /// The block's extent, including its braces if it has any.
    public let span: SourceSpan
    /// The extent of what stands between the braces; for a whole text the same as `span`.
    public let bodySpan: SourceSpan
    /// The `using` statements; only a whole text has any.
    public let usings: [UsingStatement]
    /// What the `#requires` comments demand; nil if there are none. Only a whole text has any.
    public let requirements: ScriptRequirements?
    /// The attributes of the block itself, such as `[CmdletBinding()]`, which stand before `param`.
    public let attributes: [AttributeSyntax]
    /// The parameters of `param(…)`, or of the parentheses behind a function's name; nil if neither was written.
    public let parameters: [ParameterSyntax]?
    /// `dynamicparam { }`; nil if it was not written. The other blocks likewise.
    public let dynamicParamBlock: StatementBlock?
    /// `begin { }`.
    public let beginBlock: StatementBlock?
    /// `process { }`, or the unnamed body of a `filter`.
    public let processBlock: StatementBlock?
    /// `end { }`, or the statements of a block without named parts.
    public let endBlock: StatementBlock?
    /// `clean { }`.
    public let cleanBlock: StatementBlock?
    /// Whether the parts have names (`begin { } process { }`), rather than being bare statements.
    public let hasNamedBlocks: Bool
    /// The comment-based help at the beginning or end of the block, or before its function; nil if there is none.
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

/// Statements in braces, or those of a whole script.
public struct StatementBlock: Sendable {
    /// The statements in their order, without the traps.
    public let statements: [Statement]
    /// The `trap` statements of the block, which apply to all of it wherever they stand.
    public let traps: [TrapStatement]
    /// The extent in the file.
    public let span: SourceSpan
}

/// A parameter in `param(…)`, in a function's parentheses or of a method.
public struct ParameterSyntax: Sendable {
    /// The name without `$`.
    public let name: String
    /// The extent of the name with its `$`.
    public let nameSpan: SourceSpan
    /// The attributes, such as `[Parameter(Mandatory)]`, `[Alias('x')]` or `[ValidateSet('a', 'b')]`.
    public let attributes: [AttributeSyntax]
    /// The types in the order written; the last one is applied first.
    public let types: [TypeSyntax]
    /// The default value's expression; nil if none was written.
    public let defaultValue: Expression?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `[Name(positional, Key = value)]`.
public struct AttributeSyntax: Sendable {
    /// The name of the attribute's type, as written: the suffix `Attribute` may be missing.
    public let name: TypeSyntax
    /// The positional arguments in their order.
    public let positionalArguments: [Expression]
    /// The named arguments in their order.
    public let namedArguments: [NamedAttributeArgument]
    /// The extent in the file.
    public let span: SourceSpan
}

/// `Key = value` in an attribute.
public struct NamedAttributeArgument: Sendable {
    /// The key.
    public let name: String
    /// The value's expression; nil for the short form `Key`, which means `$true`.
    public let value: Expression?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `using namespace X`, `using module X` or `using assembly X` (about_Using).
public struct UsingStatement: Sendable {
    /// The word behind `using`.
    public enum Kind: Sendable, Hashable { case namespace, module, assembly, type, command }

    /// The word behind `using`.
    public let kind: Kind
    /// The name or path; empty if a specification stands in its place.
    public let name: String
    /// The module specification of `using module @{ ModuleName = …; ModuleVersion = … }`; nil if a name was written.
    public let specification: HashtableLiteral?
    /// The extent in the file.
    public let span: SourceSpan
}

/// What the `#requires` comments of a script demand together (about_Requires).
public struct ScriptRequirements: Sendable {
    /// The argument of `-Version`, as written (`7.2`); nil if it was not given.
    public let version: String?
    /// The arguments of `-PSEdition`, as written.
    public let editions: [String]
    /// The arguments of `-Modules`: names, or the text of module specifications.
    public let modules: [String]
    /// Whether `-RunAsAdministrator` was given.
    public let needsAdministrator: Bool
    /// The extent in the file.
    public let span: SourceSpan
}
