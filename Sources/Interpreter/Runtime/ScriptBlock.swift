import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.ScriptBlock.
public final class ScriptBlock: Object {
    public var syntax: ScriptBlockSyntax { blockCode.syntax }
    package let blockCode: BlockCode
    /// The state in which the block was written; nil: that of whoever calls it.
    package private(set) var session: SessionState?
    /// The scope in which the block was written, for GetNewClosure; nil: it runs in the scope that calls it.
    private(set) var closure: Scope?

    package init(_ code: BlockCode, session: SessionState?, closure: Scope? = nil) {
        blockCode = code
        self.session = session
        self.closure = closure
        super.init()
    }

    public convenience init(_ syntax: ScriptBlockSyntax, session: SessionState? = nil) {
        self.init(BlockCode(syntax), session: session)
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { syntax.file.text(of: syntax.bodySpan) }

    /// Moves the block to another state: it sees the variables and commands of that one from now on.
    func rebind(to session: SessionState?, closure: Scope? = nil) {
        self.session = session
        self.closure = closure
    }

    /// The block's tree, or that of the function whose body it is.
    var tree: AstObject {
        let node: AstNode = blockCode.definition.map { .statement(.function($0)) } ?? .scriptBlock(syntax)
        return AstObject(node, in: syntax.file, below: nil)
    }

    /// The code for a scope of its own.
    package func code(under breakpoints: Breakpoints? = nil) throws -> CompiledBlock { try blockCode.own(breakpoints) }

    /// The code for running inside a scope that exists.
    func code(in layout: ScopeLayout, under breakpoints: Breakpoints? = nil) throws -> CompiledBlock {
        try blockCode.inline(layout, breakpoints)
    }

    /// Makes a block of a text ([scriptblock]::Create).
    /// - Throws: the text's first parse error.
    public static func parse(_ text: String, path: String? = nil, session: SessionState? = nil) throws -> ScriptBlock {
        ScriptBlock(try ParsedScript.parse(SourceFile(path: path, text: text)), session: session)
    }
}

/// The code of a script block, shared by all values that one `{ … }` in a script makes.
package final class BlockCode {
    let syntax: ScriptBlockSyntax
    /// Code per scope layout: a block that runs in a scope of its own has one, and one more for each kind of scope it is dot-sourced into.
    private var ownCode: CompiledBlock?
    private var inlineCode: [(layout: ScopeLayout, code: CompiledBlock)] = []

    /// The state of the session's breakpoints that the code knows.
    private var generation = 0
    private let isMethod: Bool
    /// The function whose body it is.
    let definition: FunctionDefinition?

    init(_ syntax: ScriptBlockSyntax, isMethod: Bool = false, definition: FunctionDefinition? = nil) {
        self.syntax = syntax
        self.isMethod = isMethod
        self.definition = definition
    }

    func own(_ breakpoints: Breakpoints?) throws -> CompiledBlock {
        if let breakpoints, breakpoints.generation != generation { forget(breakpoints) }
        if let ownCode { return ownCode }
        let code = try Compiler.compile(
            syntax, layout: ScopeLayout(), hasOwnScope: true, isMethod: isMethod, watch: breakpoints?.watch(syntax.file))
        ownCode = code
        return code
    }

    /// Drops code that lacks the stops of newer breakpoints.
    private func forget(_ breakpoints: Breakpoints) {
        generation = breakpoints.generation
        guard syntax.file.path != nil || breakpoints.hasTraced else { return }
        ownCode = nil
        inlineCode = []
    }

    func inline(_ layout: ScopeLayout, _ breakpoints: Breakpoints?) throws -> CompiledBlock {
        if let breakpoints, breakpoints.generation != generation { forget(breakpoints) }
        for entry in inlineCode where entry.layout === layout { return entry.code }
        let code = try Compiler.compile(syntax, layout: layout, watch: breakpoints?.watch(syntax.file))
        if inlineCode.count >= 8 { inlineCode.removeFirst() }
        inlineCode.append((layout, code))
        return code
    }
}

extension ScriptBlock: ParameterValue {
    public static var parameterTypeName: String { "scriptblock" }
    public static func fromArgument(_ value: Value) throws -> ScriptBlock {
        if let block = value.asObject(ScriptBlock.self) { return block }
        throw ValueError(
            "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"System.Management.Automation.ScriptBlock\".",
            id: "ConvertToFinalInvalidCastException", exception: "System.Management.Automation.PSInvalidCastException",
            category: "InvalidArgument")
    }
}

/// Parsing that ends in an error record.
public enum ParsedScript {
    /// - Throws: `TerminatingError` with the first parse error.
    public static func parse(_ file: SourceFile) throws -> ScriptBlockSyntax {
        let result = Parser.parse(file)
        if let error = result.errors.first { throw TerminatingError(record(error, file)) }
        return result.script
    }

    /// A parse error as a record.
    public static func record(_ error: ParseError, _ file: SourceFile) -> ErrorRecord {
        let record = ErrorRecord(
            error.message, id: error.errorID, category: "ParserError", exception: "System.Management.Automation.ParseException")
        record.position = ErrorPosition(file: file, span: error.span)
        return record
    }
}
