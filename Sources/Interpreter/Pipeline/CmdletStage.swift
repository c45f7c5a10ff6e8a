import CmdletKit
import Values

/// A cmdlet in a running pipeline.
final class CmdletStage: Stage, CmdletRuntime {
    private let registration: CmdletRegistration
    private let signature: CommandSignature
    private let instance: any CmdletInstance
    private let bound: Bound
    private let binder: PipelineBinder
    private let routed: RoutedStreams
    private let command: CompiledCommand
    let frame: Frame
    private let streams: CommandStreams
    private let fresh: any CmdletSnapshot
    private let takesInput: Bool
    private var pipelineBound: [Int] = []
    private var boundNames: Set<FoldedName> = []
    /// A parameter that every object binds to unchecked and unconverted; nil where there is none.
    private let direct: Int?

    init(
        _ registration: CmdletRegistration, _ arguments: [Argument], _ routed: RoutedStreams, hasInput: Bool,
        _ command: CompiledCommand,
        _ frame: Frame
    ) throws {
        self.registration = registration
        self.routed = routed
        self.command = command
        self.frame = frame
        let signature = registration.signature
        self.signature = signature
        do {
            bound = try Binder(signature: signature).bind(
                arguments, hasInput: hasInput, defaults: DefaultParameterValues.list(for: signature.name, frame.engine))
            instance = registration.makeInstance()
            for (place, value) in bound.values { try Self.set(instance, place, value, signature, bound) }
        } catch {
            throw Self.named(error, registration)
        }
        binder = PipelineBinder(signature: signature, bound: bound)
        direct = binder.direct
        streams = CommandStreams(bound.common, routed.streams, frame)
        takesInput = hasInput
        fresh = instance.snapshot()
        for (place, _) in bound.values { boundNames.insert(FoldedName(signature.parameters[place].name)) }
    }

    private static func set(
        _ instance: any CmdletInstance, _ place: Int, _ value: Value, _ signature: CommandSignature, _ bound: Bound
    ) throws {
        let parameter = signature.parameters[place]
        let isMandatory = parameter.memberships.contains { $0.isMandatory }
        try ArgumentValidation.checkPresence(value, parameter, isMandatory: isMandatory)
        try ArgumentValidation.check(value, parameter.validations, parameter.name)
        do { try instance.bind(place, value) } catch let error as ValueError {
            throw BinderError.cannotConvert(parameter.name, value, error.message)
        }
    }

    /// An error under the name of this cmdlet, unless it comes from another runspace or process (`isForeign`).
    private static func named(_ error: any Error, _ registration: CmdletRegistration) -> any Error {
        if error.isFlowControl { return error }
        let record = ErrorRecord.wrapping(error)
        if record.isForeign { return TerminatingError(record) }
        if record.commandName.isEmpty { record.commandName = registration.name }
        if record.commandType.isEmpty { record.commandType = registration.implementingType }
        return TerminatingError(record)
    }

    /// Runs begin, process or end of the cmdlet. An error it throws terminates its statement, and under -ErrorAction Stop the
    /// script.
    private func step(_ body: () throws -> Void) throws {
        do { try body() } catch {
            let named = Self.named(error, registration)
            guard let terminating = named as? TerminatingError else { throw named }
            let record = frame.engine.locate(terminating, file: command.file, span: command.span)
            streams.noteError(record)
            throw TerminatingError(record)
        }
    }

    // MARK: Stage

    override var failed: Bool { streams.hasFailed }

    override func begin() throws { try step { try instance.begin(self) } }

    override func accept(_ value: Value) throws -> Flow {
        guard wantsMore else { return .enough }
        try frame.engine.checkStop()
        if let direct {
            try step {
                if pipelineBound.isEmpty { pipelineBound = [direct] }
                try instance.bind(direct, value)
                try instance.process(self)
            }
            return wantsMore ? .more : .enough
        }
        try step {
            let values = try binder.bind(value, in: frame)
            guard !values.isEmpty else {
                let record = BinderError.inputNotBound.record
                if case .string = value {} else if bound.pipeline.isEmpty == false, value.isNull { return }
                try writeError(
                    ErrorRecord(
                        record.message, id: record.errorID, category: record.category, exception: record.exception.typeName,
                        target: value))
                return
            }
            for place in pipelineBound where !values.contains(where: { $0.parameter == place }) { instance.reset(place, to: fresh) }
            pipelineBound = values.map(\.parameter)
            do {
                for (place, value) in values { try Self.set(instance, place, value, signature, bound) }
            } catch {
                // An object that cannot be bound is a non-terminating error: the next one is still tried.
                let record = (Self.named(error, registration) as? TerminatingError)?.record ?? ErrorRecord.wrapping(error)
                try writeError(record)
                return
            }
            try instance.process(self)
        }
        return wantsMore ? .more : .enough
    }

    override func runWithoutInput() throws {
        guard !takesInput else { return }
        try step { try instance.process(self) }
    }

    override func end() throws {
        try step { try instance.end(self) }
        try routed.finish()
    }

    override func cleanUp() {
        streams.endPipeline()
        instance.discard()
    }

    // MARK: CmdletRuntime

    var commandName: String { registration.name }
    var parameterSet: String {
        let names =
            pipelineBound.isEmpty
            ? bound.sets
            : bound.sets.filter { set in
                pipelineBound.allSatisfy { signature.parameters[$0].membership(in: set) != nil }
            }
        return names.first ?? bound.sets.first ?? ""
    }

    func isBound(_ parameter: String) -> Bool {
        for place in pipelineBound where signature.parameters[place].name == parameter { return true }
        return boundNames.contains(FoldedName(parameter))
            || bound.common.given.contains { $0.0.equalsIgnoringCase(parameter) }
            || pipelineBound.contains { signature.parameters[$0].name.equalsIgnoringCase(parameter) }
    }

    @discardableResult func write(_ value: Value) throws -> Flow {
        try frame.engine.checkStop()
        if streams.collectsOutput { streams.noteOutput(value) }
        return try routed.output.write(value)
    }

    func writeAll(_ values: [Value]) throws {
        guard !routed.output.isDisplay else {
            // On the terminal each object is written by itself, so that Ctrl-C can stop a long listing.
            for value in values where try write(value) == .enough { return }
            return
        }
        try frame.engine.checkStop()
        if streams.collectsOutput { values.forEach { streams.noteOutput($0) } }
        _ = try routed.output.write(all: values)
    }

    func writeError(_ record: ErrorRecord) throws {
        let located = frame.engine.locate(
            Self.named(TerminatingError(record), registration), file: command.file, span: command.span)
        try streams.error(located)
    }

    func writeWarning(_ text: String) throws { try streams.warning(text) }
    func writeVerbose(_ text: String) throws { try streams.verbose(text) }
    func writeDebug(_ text: String) throws { try streams.debug(text) }
    func writeInformation(_ value: Value, tags: [String]) throws { try streams.information(value, tags: tags, source: commandName) }
    func writeHost(_ text: String, newline: Bool, foreground: String?, background: String?) throws {
        try streams.host(text, newline: newline, foreground: foreground, background: background)
    }
    func shouldProcess(target: String, action: String) throws -> Bool { try streams.shouldProcess(target: target, action: action) }
    func checkStop() throws { try frame.engine.checkStop() }
    func blocking<T>(_ body: () throws -> T) rethrows -> T { try frame.engine.blocking(body) }

    func service<T>(_ type: T.Type) throws -> T {
        if T.self == Frame.self, let frame = frameForBlocks as? T { return frame }
        if T.self == InvocationInfo.self, let invocation = invocation as? T { return invocation }
        if let service = frame.engine.service(type) { return service }
        throw ValueError(
            "\(commandName) needs \(T.self), which this program does not provide.", id: "ServiceNotAvailable",
            category: "ResourceUnavailable")
    }

    /// The frame for script blocks that the cmdlet runs: their errors and messages follow the cmdlet's redirections.
    private var frameForBlocks: Frame {
        command.redirections.isEmpty
            ? frame
            : Frame(engine: frame.engine, scope: frame.scope, file: frame.file, output: frame.output, streams: routed.streams)
    }

    /// The invocation information of this call.
    private var invocation: InvocationInfo {
        InvocationInfo(
            command: .string(registration.name), invocationName: registration.name,
            position: ErrorPosition(file: command.file, span: command.span))
    }

    /// Takes no more input: `Select-Object -First` has enough.
    func stopUpstream() { wantsMore = false }
}
