import CmdletKit
import SourceText
import Syntax
import Values

/// Lowers syntax trees to closures, once per block and scope layout.
///
/// Closures rather than bytecode: both are faster than walking the tree, closures take half the code, and a closure specialised on
/// its operands comes near to bytecode in integer loops.
package struct Compiler {
    let layout: ScopeLayout
    let file: SourceFile
    /// Whether the block is the body of a class's method: `return` sets the result, and other output is dropped.
    var isMethod = false
    /// Whether the block runs in a scope of its own: it is neither dot-sourced nor a block of ForEach-Object.
    var hasOwnScope = false
    /// The breakpoints and tracing of the script; nil for nearly all code.
    var watch: BreakpointWatch?

    /// Compiles a block for scopes of a layout.
    /// - Throws: `TerminatingError` for errors that the parser does not find, such as a parameter that is declared twice.
    static func compile(
        _ syntax: ScriptBlockSyntax, layout: ScopeLayout, hasOwnScope: Bool = false, isMethod: Bool = false,
        watch: BreakpointWatch? = nil
    ) throws -> CompiledBlock {
        var compiler = Compiler(layout: layout, file: syntax.file)
        compiler.isMethod = isMethod
        compiler.hasOwnScope = hasOwnScope
        compiler.watch = watch
        if startsTracing(syntax) {
            compiler.watch = watch ?? BreakpointWatch([])
            compiler.watch?.traces = true
        }
        // The first slots: calls fill them without looking the names up.
        let argumentsSlot = layout.slotOrNew("args")
        let inputSlot = layout.slotOrNew("input")
        let currentObjectSlot = layout.slotOrNew("_")
        let parameters = try compiler.parameters(syntax)
        let preamble = compiler.preamble(syntax)
        let begin = syntax.beginBlock.map { compiler.block($0) }
        let process = syntax.processBlock.map { compiler.block($0) }
        let end = syntax.endBlock.map { compiler.block($0) }
        let clean = syntax.cleanBlock.map { compiler.block($0) }
        let signature = FunctionSignature(syntax, parameters, compiler)
        // An advanced function always has a slot for `$PSCmdlet`, even where its text does not name it: the functions it calls read
        // it by dynamic scoping.
        let contextSlot =
            signature.signature.isAdvanced ? layout.slotOrNew("PSCmdlet") : compiler.slot("PSCmdlet", mentionedIn: syntax)
        return CompiledBlock(
            syntax: syntax, layout: layout, parameters: parameters,
            dynamicParameters: syntax.dynamicParamBlock.map { compiler.block($0) }, begin: Self.joined(preamble, begin),
            process: process, end: end,
            clean: clean,
            argumentsSlot: argumentsSlot, inputSlot: inputSlot,
            currentInputSlot: process == nil ? nil : compiler.slot("input", mentionedIn: syntax),
            currentObjectSlot: currentObjectSlot,
            boundParametersSlot: compiler.slot("PSBoundParameters", mentionedIn: syntax),
            invocationSlot: compiler.slot("MyInvocation", mentionedIn: syntax),
            contextSlot: contextSlot, signature: signature, expression: compiler.onlyExpression(of: syntax))
    }

    /// The expression of a block that consists of a single expression; nil for other blocks.
    private func onlyExpression(of syntax: ScriptBlockSyntax) -> (value: Evaluate, span: SourceSpan)? {
        guard syntax.parameters?.isEmpty ?? true, syntax.beginBlock == nil, syntax.processBlock == nil, syntax.cleanBlock == nil,
            let body = syntax.endBlock, body.traps.isEmpty, body.statements.count == 1,
            case .pipeline(let pipeline) = body.statements[0], let plain = plainExpression(pipeline), watch == nil,
            !leavesEarly(syntax)
        else { return nil }
        // `$i++` as a statement writes nothing.
        if case .unary(let node) = plain, [.preIncrement, .preDecrement, .postIncrement, .postDecrement].contains(node.operator) {
            return nil
        }
        return (expression(plain), pipeline.span)
    }

    /// Whether the text has a statement that can leave the block from inside an expression.
    private func leavesEarly(_ syntax: ScriptBlockSyntax) -> Bool {
        ["return", "break", "continue"].contains { mentions($0, syntax) }
    }

    /// The slot of an automatic variable that calls fill; nil where the text does not name it, also counting blocks that are
    /// compiled later, and strings. Searching the text once is cheap; filling all automatic variables doubled the cost of a call.
    private func slot(_ name: String, mentionedIn syntax: ScriptBlockSyntax) -> Int? {
        mentions(name, syntax) ? layout.slotOrNew(name) : nil
    }

    /// Whether the block's text contains a word, in any case, be it inside a comment or another word.
    private func mentions(_ name: String, _ syntax: ScriptBlockSyntax) -> Bool {
        let wanted = Array(name.lowercased().utf8)
        let count = syntax.file.utf8.count
        // The parameter list of `function f($a) { }` stands before the block.
        let span = (syntax.parameters ?? []).reduce(syntax.span) { $0.union($1.span) }
        let text = syntax.file.utf8[min(Int(span.start), count)..<min(Int(span.end), count)]
        guard let first = wanted.first else { return false }
        var place = text.startIndex
        while place + wanted.count <= text.endIndex {
            if text[place] | 0x20 == first, zip(text[place...], wanted).allSatisfy({ $0 | 0x20 == $1 }) {
                return true
            }
            place += 1
        }
        return false
    }

    private func parameters(_ syntax: ScriptBlockSyntax) throws -> [CompiledParameter] {
        var seen: Set<FoldedName> = []
        return try (syntax.parameters ?? []).map { parameter in
            guard seen.insert(FoldedName(parameter.name)).inserted else {
                let record = ErrorRecord(
                    "Duplicate parameter $\(parameter.name) in parameter list.", id: "DuplicateFormalParameter",
                    category: "ParserError",
                    exception: "System.Management.Automation.ParseException")
                record.position = ErrorPosition(file: file, span: parameter.nameSpan)
                throw TerminatingError(record)
            }
            let written = parameter.types.last
            let type = written.flatMap { known($0) }
            let isSwitch =
                written.map {
                    ["switch", "switchparameter", "system.management.automation.switchparameter"].contains($0.name.lowercased())
                } ?? false
            return CompiledParameter(
                name: parameter.name, slot: layout.slotOrNew(parameter.name), type: type,
                unknownType: type == nil && !isSwitch ? written : nil, isSwitch: isSwitch,
                defaultValue: parameter.defaultValue.map { expression($0) })
        }
    }

    /// The statements of a block, with its type definitions first and its traps around them.
    func block(_ block: StatementBlock) -> Execute {
        let body = sequence(hoisted(block.statements).map { Step(run: statement($0)) })
        guard !block.traps.isEmpty else { return body }
        return trapping(block.traps, body: block.statements)
    }

    /// Runs statements in order until one does not end normally.
    func sequence(_ statements: [Step]) -> Execute {
        switch statements.count {
        case 0: return { _ in .normal }
        case 1: return statements[0].run
        case 2:
            let (first, second) = (statements[0].run, statements[1].run)
            return { frame in
                let outcome = try first(frame)
                return outcome == .normal ? try second(frame) : outcome
            }
        default:
            return { frame in
                for statement in statements {
                    let outcome = try statement.run(frame)
                    if outcome != .normal { return outcome }
                }
                return .normal
            }
        }
    }

    /// A statement whose error is reported, after which the next statement runs, unless a `try` is running or the error ends the
    /// script (`Recovery`).
    func guarded(_ span: SourceSpan, _ body: @escaping Execute) -> Execute {
        let file = file
        return { frame in
            do {
                return try body(frame)
            } catch let exit as EarlyExit {
                frame.jumpLabel = exit.label
                return exit.outcome
            } catch {
                if error.isFlowControl { throw error }
                return try Recovery.settle(error, in: frame, file: file, span: span)
            }
        }
    }

    func statement(_ statement: Statement) -> Execute {
        switch statement {
        case .pipeline(let node): return guarded(node.span, traced(node.span, pipelineStatement(node)))
        case .chain(let node): return guarded(node.span, traced(node.span, chain(node)))
        case .assignment(let node):
            let assign = traced(node.span, stopping(node.span, assignment(node)))
            if watch?.traces == true, case .variable(let variable, _, _) = node.target {
                return guarded(node.span) { frame in
                    Tracing.assignment(variable.name, try assign(frame), frame.engine)
                    frame.engine.succeeded = true
                    return .normal
                }
            }
            // `$x = command` leaves `$?` as the command left it.
            guard isPure(node) else {
                return guarded(node.span) { frame in
                    _ = try assign(frame)
                    return .normal
                }
            }
            return guarded(node.span) { frame in
                _ = try assign(frame)
                frame.engine.succeeded = true
                return .normal
            }
        case .if(let node): return ifStatement(node)
        case .while(let node): return whileLoop(node)
        case .do(let node): return doLoop(node)
        case .for(let node): return forLoop(node)
        case .forEach(let node): return forEachLoop(node)
        case .switch(let node): return switchStatement(node)
        case .break(let node): return traced(node.span, stopping(node.span, jump(node, .break)))
        case .continue(let node): return traced(node.span, stopping(node.span, jump(node, .continue)))
        case .return(let node): return traced(node.span, stopping(node.span, returnStatement(node)))
        case .exit(let node): return traced(node.span, stopping(node.span, exitStatement(node)))
        case .throw(let node): return traced(node.span, stopping(node.span, throwStatement(node)))
        case .try(let node): return tryStatement(node)
        case .trap: return { _ in .normal }
        case .function(let node): return functionDefinition(node)
        case .class(let node): return classDefinition(node)
        case .enum(let node): return enumDefinition(node)
        case .data(let node): return dataStatement(node)
        case .error(let span):
            // Code with parse errors is never run; this case is here because the syntax tree has it.
            return guarded(span) { _ in throw ValueError("The statement did not parse.", id: "ParseError", category: "ParserError")
            }
        }
    }
}

/// What a statement does with an error of its code (about_Try_Catch_Finally, about_Preference_Variables).
enum Recovery {
    /// Reports the error, so that the next statement runs, under ErrorActionPreference Continue; records it under SilentlyContinue.
    /// - Throws: `TerminatingError` inside a `try`, under Stop, and for errors that end the script.
    static func settle(_ error: any Error, in frame: Frame, file: SourceFile, span: SourceSpan) throws -> StatementOutcome {
        let engine = frame.engine
        // An overflow that is shown and passed over deep inside would be so again by each caller, and what each makes of it would grow.
        if engine.depth.isUnwinding || engine.depth.level > CallDepth.outermost && error.isCallDepthOverflow { throw error }
        let record = engine.locate(error, file: file, span: span)
        engine.succeeded = false
        if engine.tryDepth > 0 || record.endsScript { throw TerminatingError(record) }
        switch ActionPreference.current(engine, "ErrorActionPreference") {
        case .stop:
            record.endsScript = true
            throw TerminatingError(record)
        case .silentlyContinue: engine.remember(record)
        case .ignore: engine.settleOverflow()
        default: try engine.report(record, to: frame.streams)
        }
        return .normal
    }
}
