import CmdletKit
import SourceText
import Syntax
import Values

/// A script block, function, filter or script file in a running pipeline.
final class FunctionStage: Stage {
    private let code: CompiledBlock
    private let inner: Frame
    private let outer: Frame
    private let routed: RoutedStreams
    private let name: String
    private let isFilter: Bool
    /// `exit` in a script ends that script only; in the shell's own script it ends the shell.
    private let catchesExit: Bool
    private let dotSourced: Bool
    private let streams: CommandStreams
    private let binder: PipelineBinder?
    private let takesInput: Bool
    private let command: CompiledCommand
    private var input: [Value] = []
    private var ended = false
    private var savedSlots: [(Int, Value)] = []

    init(
        _ block: ScriptBlock, name: String, isFilter: Bool, path: String?, endsOnExit: Bool = true, dotSourced: Bool,
        arguments: [Argument], routed: RoutedStreams,
        hasInput: Bool, _ command: CompiledCommand, _ frame: Frame
    ) throws {
        outer = frame
        self.routed = routed
        self.name = name
        self.isFilter = isFilter
        self.dotSourced = dotSourced
        self.command = command
        catchesExit = path != nil && endsOnExit && !dotSourced
        takesInput = hasInput
        let engine = frame.engine
        let scope: Scope
        if dotSourced {
            code = try block.code(in: frame.scope.layout)
            scope = frame.scope
            scope.reserve()
        } else {
            code = try block.code()
            scope = Scope(layout: code.layout, parent: block.closure ?? frame.scope, isScriptScope: path != nil)
        }
        inner = Frame(engine: engine, scope: scope, file: block.syntax.file, output: routed.output, streams: routed.streams)
        var signature = code.signature.signature
        signature.name = name
        do {
            let bound = try Binder(signature: signature).bind(
                arguments, hasInput: hasInput,
                defaults: signature.isAdvanced ? DefaultParameterValues.list(for: name, engine) : [])
            streams = CommandStreams(bound.common, routed.streams, frame)
            binder = bound.pipeline.isEmpty ? nil : PipelineBinder(signature: signature, bound: bound)
            if dotSourced { savedSlots = [code.argumentsSlot, code.inputSlot].map { ($0, scope.slots[$0]) } }
            try FunctionBinding.apply(bound, code, scope, inner, commandName: name)
        } catch let error as TerminatingError {
            if error.record.commandName.isEmpty { error.record.commandName = name }
            if error.record.commandType.isEmpty { error.record.commandType = name }
            throw error
        }
    }

    private func run(_ body: Execute?) throws {
        guard let body, !ended else { return }
        let engine = inner.engine
        try engine.stack.check()
        let previous = engine.current
        engine.current = inner.scope
        engine.callStack.append(name.isEmpty ? "<ScriptBlock>" : name)
        defer {
            engine.current = previous
            engine.callStack.removeLast()
        }
        do {
            switch try body(inner) {
            case .enough, .return: ended = true
            case .break, .continue, .normal: break
            }
        } catch let request as ExitRequest where catchesExit {
            engine.lastExitCode = request.code
            engine.succeeded = request.code == 0
            ended = true
        } catch {
            if error is PipelineStopped || error is ExitRequest { throw error }
            throw TerminatingError(engine.locate(error, file: command.file, span: command.span))
        }
    }

    override func begin() throws { try run(code.begin) }

    override func accept(_ value: Value) throws -> Flow {
        guard !ended else { return wantsMore ? .more : .enough }
        let process = isFilter ? code.process ?? code.end : code.process
        guard process != nil || binder != nil else {
            input.append(value)
            return .more
        }
        inner.scope.slots[code.currentObjectSlot] = value
        if let binder {
            let values = binder.bind(value)
            if values.isEmpty {
                try streams.error(outer.engine.locate(BinderError.inputNotBound, file: command.file, span: command.span))
                return .more
            }
            for (place, value) in values { try FunctionBinding.set(code.parameters[place], value, inner.scope, inner) }
        }
        guard let process else { return .more }
        try run(process)
        // `return` in a process block ends that object's turn only.
        if ended, wantsMore { ended = false }
        return wantsMore ? .more : .enough
    }

    override func runWithoutInput() throws {
        if takesInput { return }
        if let process = code.process { try run(process) }
    }

    override func end() throws {
        if !isFilter || (!takesInput && code.process == nil) {
            inner.scope.slots[code.inputSlot] = .array(input)
            try run(code.end)
        }
        try routed.finish()
        try streams.finish()
    }

    override func cleanUp() {
        if let clean = code.clean { _ = try? clean(inner) }
        for (slot, value) in savedSlots { inner.scope.slots[slot] = value }
    }
}

/// Puts bound arguments into a function's variables.
enum FunctionBinding {
    static func apply(_ bound: Bound, _ code: CompiledBlock, _ scope: Scope, _ frame: Frame, commandName: String) throws {
        let signature = code.signature.signature
        for (place, value) in bound.values {
            let parameter = code.parameters[place]
            let info = signature.parameters[place]
            try ArgumentValidation.check(value, info, isMandatory: info.memberships.contains { $0.isMandatory })
            try set(parameter, value, scope, frame)
            for script in code.signature.scripts[place] ?? [] { try validate(script, value, info.name, frame) }
        }
        // Defaults are evaluated in the function's scope, in order, so that one may use those before it.
        for (place, parameter) in code.parameters.enumerated() where !bound.has(place) {
            if let evaluate = parameter.defaultValue {
                try set(parameter, try frame.engine.within(scope) { try evaluate(frame) }, scope, frame)
            } else if parameter.isSwitch {
                scope.slots[parameter.slot] = .bool(false)
            } else {
                scope.slots[parameter.slot] = parameter.type.map { initial($0) } ?? .null
                if let constraint = parameter.constraint { scope.constrain(slot: parameter.slot, constraint) }
            }
        }
        scope.slots[code.argumentsSlot] = .array(bound.remaining)
        if let slot = code.boundParametersSlot {
            let table = HashtableObject(ordered: true)
            for (place, value) in bound.values {
                table[signature.parameters[place].name] = code.parameters[place].isSwitch ? .bool(Conversion.bool(value)) : value
            }
            if let verbose = bound.common.verbose { table["Verbose"] = .bool(verbose) }
            if let whatIf = bound.common.whatIf { table["WhatIf"] = .bool(whatIf) }
            scope.slots[slot] = .object(table)
        }
        if let slot = code.invocationSlot {
            scope.slots[slot] = .object(
                CustomObject(
                    [
                        (
                            "MyCommand",
                            .object(
                                CustomObject([
                                    ("Name", .string(commandName)), ("Path", frame.file.path.map { .string($0) } ?? .null),
                                ]))
                        ),
                        ("InvocationName", .string(commandName)), ("ScriptName", frame.file.path.map { .string($0) } ?? .null),
                        ("BoundParameters", .object(HashtableObject())), ("UnboundArguments", .array(bound.remaining)),
                    ], typeNames: ["System.Management.Automation.InvocationInfo"]))
        }
        // Common parameters of an advanced function reach the cmdlets it calls through its preference variables.
        if let action = bound.common.errorAction { scope.assign("ErrorActionPreference", .string(action.rawValue)) }
        if let verbose = bound.common.verbose {
            scope.assign("VerbosePreference", .string(verbose ? "Continue" : "SilentlyContinue"))
        }
        if let debug = bound.common.debug { scope.assign("DebugPreference", .string(debug ? "Continue" : "SilentlyContinue")) }
        if let whatIf = bound.common.whatIf { scope.assign("WhatIfPreference", .bool(whatIf)) }
        if let information = bound.common.informationAction { scope.assign("InformationPreference", .string(information.rawValue)) }
        if let warning = bound.common.warningAction { scope.assign("WarningPreference", .string(warning.rawValue)) }
    }

    static func set(_ parameter: CompiledParameter, _ value: Value, _ scope: Scope, _ frame: Frame) throws {
        if let unknown = parameter.unknownType {
            guard let type = TypeNames.find(unknown, in: frame.engine.types) else {
                throw ValueError(
                    "Unable to find type [\(TypeNames.text(unknown))].", id: "TypeNotFound", category: "InvalidOperation")
            }
            scope.slots[parameter.slot] = try converted(value, type, parameter.name, frame)
            return
        }
        if parameter.isSwitch {
            scope.slots[parameter.slot] = .bool(Conversion.bool(value))
            return
        }
        guard let type = parameter.type else {
            scope.slots[parameter.slot] = value.orNull
            return
        }
        scope.slots[parameter.slot] = try converted(value, type, parameter.name, frame)
        if let constraint = parameter.constraint { scope.constrain(slot: parameter.slot, constraint) }
    }

    private static func converted(_ value: Value, _ type: ObjectType, _ name: String, _ frame: Frame) throws -> Value {
        do { return try frame.engine.convert(value, to: type) } catch let error as ValueError {
            throw BinderError.make(
                "Cannot process argument transformation on parameter '\(name)'. \(error.message)",
                id: "ParameterArgumentTransformationError",
                category: "InvalidData")
        }
    }

    private static func validate(_ script: ScriptBlock, _ value: Value, _ name: String, _ frame: Frame) throws {
        for element in value.enumerated ?? [value] {
            let verdict = try frame.engine.invoke(script, current: element, in: frame)
            guard Conversion.bool(.collapsing(verdict)) else {
                throw BinderError.validation(
                    name,
                    "The \"\(script.stringForm ?? "")\" validation script for the argument with value \"\(element.displayText)\" did not return a "
                        + "result of True. Determine why the validation script failed, and then try the command again.")
            }
        }
    }

    /// What a typed parameter holds where it was not given.
    private static func initial(_ type: ObjectType) -> Value {
        switch type.name {
        case "System.Int32": .int(0)
        case "System.Int64": .long(0)
        case "System.Double": .double(0)
        case "System.Boolean": .bool(false)
        case "System.String": .string("")
        default: .null
        }
    }
}
