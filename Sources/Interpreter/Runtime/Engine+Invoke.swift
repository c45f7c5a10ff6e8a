import CmdletKit
import SourceText
import Syntax
import Values

extension Engine {
    /// Runs a block in a new scope and collects its output.
    /// - Parameters:
    ///   - current: the value of `$_`.
    ///   - this: the value of `$this`, for script properties and script methods.
    ///   - input: the pipeline's objects, for the process block and `$input`; nil: no pipeline.
    /// - Throws: the block's terminating errors, `PipelineStopped`, `ExitRequest`; the call depth error of `StackGuard`; parameter
    ///   binding errors.
    public func invoke(
        _ block: ScriptBlock, arguments: [Value] = [], current: Value? = nil, this: Value? = nil, input: [Value]? = nil,
        in frame: Frame
    ) throws -> [Value] {
        let collector = Collector()
        try invoke(block, arguments: arguments, current: current, this: this, input: input, output: collector, in: frame)
        return collector.values
    }

    /// The same, writing to a sink instead of an array.
    /// - Throws: as the other `invoke` does.
    public func invoke(
        _ block: ScriptBlock, arguments: [Value] = [], current: Value? = nil, this: Value? = nil, input: [Value]? = nil,
        output: any OutputSink, in frame: Frame
    ) throws {
        let code = try block.code(under: breakpoints)
        let scope = Scope(layout: code.layout, below: block.parentScope(from: frame.scope))
        let inner = Frame(engine: self, scope: scope, file: block.syntax.file, output: output, streams: frame.streams)
        let bound = Bound(arguments, of: code)
        try FunctionBinding.apply(bound, code, scope, inner, commandName: "")
        if let current { scope.slots[code.currentObjectSlot] = current }
        if let this { scope.assign("this", this) }
        if let input { scope.slots[code.inputSlot] = .object(EnumeratorObject(input)) }
        try within(scope) { try Self.runAll(code, inner, input ?? []) }
    }

    private static func runAll(_ code: CompiledBlock, _ frame: Frame, _ input: [Value]) throws {
        if let begin = code.begin, try frame.runBlock(begin) == .enough { return }
        if let process = code.process {
            if input.isEmpty {
                _ = try frame.runBlock(process)
            } else {
                for element in input {
                    frame.scope.slots[code.currentObjectSlot] = element
                    if try frame.runBlock(process) == .enough { return }
                }
            }
        }
        if let end = code.end { _ = try frame.runBlock(end) }
    }

    /// Runs a block in the frame's own scope with another `$_`, and collects its output: how ForEach-Object and Where-Object call
    /// their blocks.
    /// - Throws: the block's terminating errors, `PipelineStopped`, `ExitRequest`.
    public func invokeInline(_ block: ScriptBlock, current: Value, in frame: Frame) throws -> [Value] {
        let collector = Collector()
        let runner = try InlineBlock(block, in: frame, output: collector)
        _ = try nested { try runner.run(current) }
        return collector.values
    }

    /// Runs a closure with another scope as the current one.
    /// - Throws: what the closure throws, and the call depth error.
    package func within<T>(_ scope: Scope, _ body: () throws -> T) throws -> T {
        let previous = try enter(scope)
        defer { leave(previous, from: scope) }
        return try body()
    }

    /// Makes a scope the current one of the engine and of the scope's session state.
    /// - Returns: the scopes that were current before, for `leave`.
    /// - Throws: the call depth error.
    @inline(__always) func enter(_ scope: Scope) throws -> (engine: Scope, session: Scope?) {
        try descend()
        let session = scope.session
        // The current scope of another runspace's session state is left alone: that runspace may be in the middle of code of its
        // own.
        let isOwn = session.definitions === definitions
        let before = (current, isOwn ? session.current : nil)
        current = scope
        if isOwn { session.current = scope }
        return before
    }

    /// Undoes `enter`.
    @inline(__always) func leave(_ before: (engine: Scope, session: Scope?), from scope: Scope) {
        ascend()
        current = before.engine
        if let outer = before.session { scope.session.current = outer }
    }

    /// A frame in the global scope, for code that the host runs.
    public func topFrame(_ file: SourceFile, output: any OutputSink) -> Frame {
        Frame(engine: self, scope: global, file: file, output: output, streams: Streams())
    }

    /// Runs a text in the global scope: a line entered at the prompt, `-Command`. Parse errors and terminating errors are shown and
    /// added to `$Error`.
    /// - Parameter output: nil: the host's display.
    /// - Returns: false where an error ended the text.
    /// - Throws: `ExitRequest` for `exit`, and `PipelineStopped` after Ctrl-C.
    @discardableResult
    public func run(_ file: SourceFile, output: (any OutputSink)? = nil) throws -> Bool {
        try run(Parser.parse(file), output: output)
    }

    /// Runs a text that was parsed before: an entry of the prompt, which is parsed to see whether it is complete.
    /// - Returns: false where an error ended the text.
    /// - Throws: `ExitRequest` for `exit`, and `PipelineStopped` after Ctrl-C.
    @discardableResult
    public func run(_ parsed: ParseResult, output: (any OutputSink)? = nil) throws -> Bool {
        try onThread { try runHere(parsed, output) }
    }

    private func runHere(_ parsed: ParseResult, _ output: (any OutputSink)?) throws -> Bool {
        let file = parsed.file
        return try reporting(file, output) { sink in
            let syntax = try ParsedScript.checked(parsed)
            let code = try ScriptBlock(syntax).code(in: global.layout, under: breakpoints)
            global.reserve()
            let frame = topFrame(file, output: sink)
            if let begin = code.begin { _ = try frame.runBlock(begin) }
            if let process = code.process { _ = try frame.runBlock(process) }
            if let end = code.end { _ = try frame.runBlock(end) }
        }
    }

    /// Runs a whole text. An error that ends it is shown and added to `$Error`.
    /// - Parameters:
    ///   - file: where an error without a place is reported.
    ///   - output: nil: the host's display.
    /// - Returns: false where an error ended the text.
    /// - Throws: `ExitRequest` for `exit`, and `PipelineStopped` after Ctrl-C.
    func reporting(_ file: SourceFile, _ output: (any OutputSink)?, _ body: (any OutputSink) throws -> Void) throws -> Bool {
        let sink = output ?? host.makeOutput(self)
        defer { try? sink.finish() }
        do {
            try body(sink)
            try raiseOverflow()
            return true
        } catch is EarlyExit {
            // No loop is around: `break` and `continue` end the text, and say nothing.
            return true
        } catch {
            if error.isFlowControl { throw error }
            try sink.finish()
            let record = locate(error, file: file, span: SourceSpan(start: 0, end: file.utf8.count))
            succeeded = false
            remember(record)
            host.writeError(record)
            return false
        }
    }

    /// The cast `[type] value`. A string cast to `[type]` is looked up among the classes and enumerations of scripts too.
    /// - Throws: `ValueError` where the value cannot be converted.
    public func convert(_ value: Value, to type: ObjectType) throws -> Value {
        if type === ObjectType.type || type === ObjectType.systemType, let name = value.text, let found = try findType(name) {
            return .object(TypeObject(found))
        }
        return try Conversion.convert(value, to: type)
    }
}

/// A block compiled into an existing scope and run once per object, with `$_` set to the object.
///
/// A run does not count as a way into the interpreter (`Engine.descend`), which would cost a pipeline a twentieth: the cmdlet's pipeline
/// has counted, and what runs blocks outside a pipeline counts for itself.
public final class InlineBlock {
    private let frame: Frame
    private let code: CompiledBlock
    private let body: Execute?
    /// True where the block's scope is not the caller's: that of a closure, or of another session state.
    private let switchesScope: Bool

    /// Compiles the block for its scope and binds its parameters.
    /// - Parameters:
    ///   - output: where the block's output goes; the other streams go where the outer frame's go.
    ///   - arguments: for the block's `param` block, else `$args`.
    /// - Throws: parse and parameter binding errors.
    public init(_ block: ScriptBlock, in outer: Frame, output: any OutputSink, arguments: [Value] = []) throws {
        let scope: Scope
        if let closure = block.closure {
            // A closure brings its own variables: it runs in a scope below them.
            code = try block.code(under: outer.engine.breakpoints)
            scope = Scope(layout: code.layout, below: closure)
        } else {
            scope = block.parentScope(from: outer.scope)
            code = try block.code(in: scope.layout, under: outer.engine.breakpoints)
            scope.reserve()
        }
        switchesScope = scope !== outer.engine.current
        frame = Frame(engine: outer.engine, scope: scope, file: block.syntax.file, output: output, streams: outer.streams)
        body = code.process ?? code.end
        if !code.parameters.isEmpty {
            let bound = Bound(arguments, of: code)
            try FunctionBinding.apply(bound, code, scope, frame, commandName: "")
        } else if !arguments.isEmpty {
            scope.slots[code.argumentsSlot] = .array(arguments)
        }
    }

    /// Whether the block is a single expression, so that `value` can evaluate it.
    public var isExpression: Bool { code.expression != nil }

    /// Evaluates a block that is a single expression, without a sink for its output: the test of Where-Object.
    /// - Parameter current: the value of `$_`.
    /// - Returns: `.nothing` where the block is no single expression, or an error was reported instead.
    /// - Throws: errors that end the script or that a `try` around catches, `PipelineStopped`, `ExitRequest`.
    public func value(_ current: Value) throws -> Value {
        guard let expression = code.expression else { return .nothing }
        let scope = frame.scope
        let outer = scope.slots[code.currentObjectSlot]
        scope.slots[code.currentObjectSlot] = current
        defer { scope.slots[code.currentObjectSlot] = outer }
        do {
            if switchesScope { return try frame.engine.within(scope) { try expression.value(frame) } }
            return try expression.value(frame)
        } catch {
            if error.isFlowControl { throw error }
            _ = try Recovery.settle(error, in: frame, file: frame.file, span: expression.span)
            return .nothing
        }
    }

    /// Runs the block once.
    /// - Parameter current: the value of `$_`.
    /// - Returns: false where the sink wants no more output.
    /// - Throws: terminating errors, `PipelineStopped`, `ExitRequest`; `EarlyExit` for `break` and `continue` of a loop around the block.
    public func run(_ current: Value) throws -> Bool {
        guard let body else { return true }
        let slots = frame.scope
        let outer = slots.slots[code.currentObjectSlot]
        slots.slots[code.currentObjectSlot] = current
        defer { slots.slots[code.currentObjectSlot] = outer }
        if switchesScope { return try frame.engine.within(slots) { try frame.runBlock(body) } == .normal }
        return try frame.runBlock(body) == .normal
    }
}
