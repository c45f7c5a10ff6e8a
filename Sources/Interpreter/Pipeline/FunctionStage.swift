import CmdletKit
import SourceText
import Syntax
import Values

/// A script block, function, filter or script file as a stage of a running pipeline.
final class FunctionStage: Stage {
    private let code: CompiledBlock
    private let inner: Frame
    private let outer: Frame
    private let routed: RoutedStreams
    private let name: String
    private let isFilter: Bool
    /// Whether `exit` ends this script only: so in a script that a script or prompt calls, not in the one the shell was started
    /// with.
    private let catchesExit: Bool
    private let dotSourced: Bool
    private let streams: CommandStreams
    private let binder: PipelineBinder?
    private let takesInput: Bool
    private let command: CompiledCommand
    private var input: [Value] = []
    private var ended = false
    private var savedSlots: [(Int, Value)] = []
    private var call: RunningCall

    override var failed: Bool { hasFailed || streams.hasFailed }
    private var hasFailed = false

    /// Binds the arguments in a new scope, or in the caller's where the block is dot-sourced.
    /// - Parameters:
    ///   - resolvedCommand: the command for `$MyInvocation.MyCommand`.
    ///   - invocationName: the name in the call, where it differs (an alias).
    /// - Throws: parameter binding errors; parse errors of the block's code.
    init(
        _ block: ScriptBlock, name: String, isFilter: Bool, path: String?, endsOnExit: Bool = true, dotSourced: Bool,
        arguments: [Argument], routed: RoutedStreams, hasInput: Bool, resolvedCommand: CommandObject? = nil,
        invocationName: String? = nil, _ command: CompiledCommand, _ frame: Frame
    ) throws {
        outer = frame
        self.routed = routed
        self.name = name
        self.isFilter = isFilter
        self.dotSourced = dotSourced
        self.command = command
        catchesExit = path != nil && endsOnExit && !dotSourced
        takesInput = hasInput
        call = RunningCall(name: name.isEmpty || path != nil ? "<ScriptBlock>" : name, file: command.file, span: command.span)
        let engine = frame.engine
        let scope: Scope
        let parent = block.parentScope(from: frame.scope)
        if dotSourced {
            code = try block.code(in: parent.layout, under: engine.breakpoints)
            scope = parent
            scope.reserve()
        } else {
            code = try block.code(under: engine.breakpoints)
            scope = Scope(layout: code.layout, below: parent, isScriptScope: path != nil)
        }
        inner = Frame(engine: engine, scope: scope, file: block.syntax.file, output: routed.output, streams: routed.streams)
        var signature = code.signature.signature
        signature.name = name
        let called = resolvedCommand.map { Value.object($0) } ?? .null
        do {
            let defaults = signature.isAdvanced ? DefaultParameterValues.list(for: name, engine) : []
            // After a dot-sourced block the caller's `$args`, `$input`, `$PSBoundParameters`, `$MyInvocation` and `$PSCmdlet` are
            // restored.
            if dotSourced {
                let filled = [code.argumentsSlot, code.inputSlot, code.boundParametersSlot, code.invocationSlot, code.contextSlot]
                savedSlots = filled.compactMap { $0 }.map { ($0, scope.slots[$0]) }
            }
            let describeCall = { [code, inner] (bound: Bound, streams: CommandStreams) -> InvocationInfo? in
                guard code.invocationSlot != nil || signature.isAdvanced else { return nil }
                let invocation = InvocationInfo(
                    command: called, invocationName: command.invocation == .dot ? "." : invocationName ?? name,
                    position: ErrorPosition(file: command.file, span: command.span),
                    boundParameters: HashtableObject(ordered: true), unboundArguments: bound.remaining)
                invocation.expectsInput = hasInput
                if let slot = code.invocationSlot { scope.slots[slot] = .object(invocation) }
                if let slot = code.contextSlot, signature.isAdvanced {
                    scope.slots[slot] = .object(
                        CmdletContext(
                            inner, streams, invocation, caller: frame.scope.session,
                            parameterSetName: bound.sets.first.map { $0.isEmpty ? "__AllParameterSets" : $0 } ?? "",
                            confirmImpact: code.signature.confirmImpact))
                }
                return invocation
            }
            var dynamic: DynamicParameters?
            if let block = code.dynamicParameters {
                // A dynamicparam block reads the declared parameters, so those are bound first, without the arguments that only
                // dynamic parameters can take.
                if let first = try? Binder(signature: signature).bind(
                    Self.declaredOnly(arguments, signature), hasInput: true, defaults: defaults)
                {
                    let invocation = describeCall(first, CommandStreams(first.common, routed.streams, frame))
                    try FunctionBinding.apply(first, code, scope, inner, commandName: name, invocation: invocation)
                }
                let made = try DynamicParameters(block, in: inner)
                signature = try made.extending(signature)
                dynamic = made
            }
            let bound = try Binder(signature: signature).bind(arguments, hasInput: hasInput, defaults: defaults)
            dynamic?.store(bound, declared: code.parameters.count)
            streams = CommandStreams(bound.common, routed.streams, frame)
            if streams.collectsOutput { inner.output = NotingSink(streams, routed.output) }
            inner.streams = streams.inner(inner.streams)
            binder = bound.pipeline.isEmpty && bound.delayed.isEmpty ? nil : PipelineBinder(signature: signature, bound: bound)
            call.invocation = describeCall(bound, streams)
            try FunctionBinding.apply(
                bound, code, scope, inner, commandName: name, dynamic: dynamic == nil ? nil : signature, invocation: call.invocation
            )
        } catch let error as TerminatingError where error.record.origin == nil {
            if error.record.commandName.isEmpty { error.record.commandName = name }
            if error.record.commandType.isEmpty { error.record.commandType = name }
            throw error
        }
    }

    /// The arguments without those whose names match no declared or common parameter, and without the values of those.
    private static func declaredOnly(_ arguments: [Argument], _ signature: CommandSignature) -> [Argument] {
        var kept: [Argument] = []
        var skips = false
        for argument in arguments {
            let name: String?
            switch argument {
            case .parameter(let given, _, _): name = given
            case .splatted(let given, _): name = given
            default: name = nil
            }
            if let name {
                let known =
                    signature.parameters.contains { parameter in
                        ([parameter.name] + parameter.aliases).contains { $0.hasPrefixIgnoringCase(name) }
                    }
                    || (CommonParameters.all + CommonParameters.confirming).contains {
                        $0.name.hasPrefixIgnoringCase(name) || $0.alias.equalsIgnoringCase(name)
                    }
                skips = !known
                if known { kept.append(argument) }
            } else {
                if !skips { kept.append(argument) }
                skips = false
            }
        }
        return kept
    }

    /// Runs one of the blocks.
    /// - Parameter part: the block, which the call stack names where blocks are written out.
    private func run(_ body: Execute?, _ part: RunningCall.Part) throws {
        guard let body, !ended else { return }
        let engine = inner.engine
        let before = try engine.enter(inner.scope)
        var call = call
        if code.syntax.hasNamedBlocks { call.part = part }
        engine.callStack.append(call)
        defer {
            engine.leave(before, from: inner.scope)
            engine.callStack.removeLast()
        }
        do {
            if try inner.runBlock(body) == .enough {
                ended = true
                // The stages before this one stop as well.
                wantsMore = false
            }
        } catch let request as ExitRequest where catchesExit {
            engine.lastExitCode = request.code
            hasFailed = request.code != 0
            ended = true
        } catch {
            if error.isFlowControl { throw error }
            let record = engine.locate(error, file: command.file, span: command.span)
            streams.noteError(record)
            throw TerminatingError(record)
        }
    }

    /// Sets `$_` for the begin block.
    func setCurrent(_ value: Value) { inner.scope.slots[code.currentObjectSlot] = value }

    override func begin() throws {
        if inner.engine.breakpoints.hasTraced { Tracing.call(call.name, code.syntax.file.path, inner.engine) }
        try run(code.begin, .begin)
    }

    override func accept(_ value: Value) throws -> Flow {
        guard !ended else { return wantsMore ? .more : .enough }
        let process = isFilter ? code.process ?? code.end : code.process
        guard process != nil || binder != nil else {
            input.append(value)
            return .more
        }
        inner.scope.slots[code.currentObjectSlot] = value
        if let slot = code.currentInputSlot { inner.scope.slots[slot] = .object(EnumeratorObject([value])) }
        if let binder {
            let values = try binder.bind(value, in: outer)
            if values.isEmpty {
                try streams.error(outer.engine.locate(BinderError.inputNotBound, file: command.file, span: command.span))
                return .more
            }
            for (place, value) in values where place < code.parameters.count {
                try FunctionBinding.set(code.parameters[place], value, inner.scope, inner)
            }
        }
        guard let process else {
            input.append(value)
            return .more
        }
        try run(process, .process)
        return wantsMore ? .more : .enough
    }

    override func runWithoutInput() throws {
        if takesInput { return }
        if let process = code.process { try run(process, .process) }
    }

    override func end() throws {
        if !isFilter || (!takesInput && code.process == nil) {
            inner.scope.slots[code.inputSlot] = .object(EnumeratorObject(input))
            try run(code.end, .end)
        }
        try routed.finish()
    }

    override func cleanUp() {
        streams.endPipeline()
        if let clean = code.clean { _ = try? clean(inner) }
        // Breaks a reference cycle: `$PSCmdlet` holds the function's frame, whose scope holds `$PSCmdlet`.
        if let slot = code.contextSlot { inner.scope.slots[slot] = .unset }
        for (slot, value) in savedSlots { inner.scope.slots[slot] = value }
    }
}

/// Passes a function's output on, and to -OutVariable and -PipelineVariable.
private final class NotingSink: OutputSink {
    private let streams: CommandStreams
    private let target: any OutputSink

    init(_ streams: CommandStreams, _ target: any OutputSink) {
        self.streams = streams
        self.target = target
    }

    var isDisplay: Bool { target.isDisplay }
    func write(_ value: Value) throws -> Flow {
        streams.noteOutput(value)
        return try target.write(value)
    }
    func finish() throws { try target.finish() }
}
