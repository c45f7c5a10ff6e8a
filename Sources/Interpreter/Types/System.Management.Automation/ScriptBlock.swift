import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.ScriptBlock: a block's code with the session state it runs in.
public final class ScriptBlock: Object {
    /// The block's syntax tree.
    public var syntax: ScriptBlockSyntax { blockCode.syntax }
    /// The compiled code, shared by all values of one `{ … }`.
    package let blockCode: BlockCode
    /// The session state that the block is bound to; nil: it runs in its caller's.
    package private(set) var session: SessionState?
    /// The scope that GetNewClosure captured; nil for a block that is no closure.
    private(set) var closure: Scope?

    /// Makes a value of a block whose code is shared.
    package init(_ code: BlockCode, session: SessionState?, closure: Scope? = nil) {
        blockCode = code
        self.session = session
        self.closure = closure
        super.init()
    }

    /// Makes a block with code of its own.
    public convenience init(_ syntax: ScriptBlockSyntax, session: SessionState? = nil) {
        self.init(BlockCode(syntax), session: session)
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { syntax.file.text(of: syntax.bodySpan) }

    /// Binds the block to another session state, whose variables and commands it sees from now on.
    func rebind(to session: SessionState?, closure: Scope? = nil) {
        self.session = session
        self.closure = closure
    }

    /// The syntax tree for scripts (ScriptBlock.Ast): that of the block, or of the function whose body it is.
    var tree: AstObject {
        let node: AstNode = blockCode.definition.map { .statement(.function($0)) } ?? .scriptBlock(syntax)
        return AstObject(node, in: syntax.file, below: nil)
    }

    /// The code compiled for a scope of its own.
    /// - Throws: `TerminatingError` where the block cannot be compiled.
    package func code(under breakpoints: Breakpoints? = nil) throws -> CompiledBlock { try blockCode.own(breakpoints) }

    /// The code compiled for an existing scope of a layout.
    func code(in layout: ScopeLayout, under breakpoints: Breakpoints? = nil) throws -> CompiledBlock {
        try blockCode.inline(layout, breakpoints)
    }

    /// Makes a block of a text ([scriptblock]::Create).
    /// - Throws: `TerminatingError` with the text's first parse error.
    public static func parse(_ text: String, path: String? = nil, session: SessionState? = nil) throws -> ScriptBlock {
        ScriptBlock(try ParsedScript.parse(SourceFile(path: path, text: text)), session: session)
    }
}

/// The compiled code of a script block, shared by all values of one `{ … }` in a script.
package final class BlockCode {
    let syntax: ScriptBlockSyntax
    /// The code for a scope of its own, and the code for each layout of a scope that the block is dot-sourced into: slots differ by
    /// layout.
    private var ownCode: CompiledBlock?
    private var inlineCode: [(layout: ScopeLayout, code: CompiledBlock)] = []

    /// The generation of the session's breakpoints that the code was compiled with.
    private var generation = 0
    private let isMethod: Bool
    /// The function whose body the block is.
    let definition: FunctionDefinition?

    init(_ syntax: ScriptBlockSyntax, isMethod: Bool = false, definition: FunctionDefinition? = nil) {
        self.syntax = syntax
        self.isMethod = isMethod
        self.definition = definition
    }

    /// The code for a scope of its own, compiled anew where breakpoints changed.
    func own(_ breakpoints: Breakpoints?) throws -> CompiledBlock {
        if let breakpoints, breakpoints.generation != generation { forget(breakpoints) }
        if let ownCode { return ownCode }
        let code = try Compiler.compile(
            syntax, layout: ScopeLayout(), hasOwnScope: true, isMethod: isMethod, watch: breakpoints?.watch(syntax.file))
        ownCode = code
        return code
    }

    /// Drops code that was compiled without the newest breakpoints.
    private func forget(_ breakpoints: Breakpoints) {
        generation = breakpoints.generation
        guard syntax.file.path != nil || breakpoints.hasTraced else { return }
        ownCode = nil
        inlineCode = []
    }

    /// The code for scopes of a layout. The latest eight are kept.
    func inline(_ layout: ScopeLayout, _ breakpoints: Breakpoints?) throws -> CompiledBlock {
        if let breakpoints, breakpoints.generation != generation { forget(breakpoints) }
        for entry in inlineCode where entry.layout === layout { return entry.code }
        let code = try Compiler.compile(syntax, layout: layout, watch: breakpoints?.watch(syntax.file))
        if inlineCode.count >= 8 { inlineCode.removeFirst() }
        inlineCode.append((layout, code))
        return code
    }
}

/// Lets cmdlets declare parameters of type ScriptBlock.
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

/// Parsing whose errors are thrown as error records.
public enum ParsedScript {
    /// The syntax tree of a text.
    /// - Throws: `TerminatingError` with the first parse error.
    public static func parse(_ file: SourceFile) throws -> ScriptBlockSyntax { try checked(Parser.parse(file)) }

    /// The syntax tree of a text that was parsed before.
    /// - Throws: `TerminatingError` with the first parse error.
    static func checked(_ result: ParseResult) throws -> ScriptBlockSyntax {
        if let error = result.errors.first { throw TerminatingError(record(error, result.file)) }
        return result.script
    }

    /// The error record of a parse error.
    public static func record(_ error: ParseError, _ file: SourceFile) -> ErrorRecord {
        let record = ErrorRecord(
            error.message, id: error.errorID, category: "ParserError", exception: "System.Management.Automation.ParseException")
        record.position = ErrorPosition(file: file, span: error.span)
        return record
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ScriptBlock", "scriptblock") { ScriptBlock.objectType }
}
