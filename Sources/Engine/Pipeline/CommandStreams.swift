import CmdletKit
import Values

/// The streams of one running command under its common parameters and the preference variables.
final class CommandStreams {
    private let common: CommonParameters
    private let streams: Streams
    private let frame: Frame
    private var errors: [Value] = []
    private var warnings: [Value] = []
    private var informations: [Value] = []
    private var outputs: [Value] = []
    /// Answers to -Confirm that hold for the rest of the command.
    private var confirmedAll = false
    private var refusedAll = false

    init(_ common: CommonParameters, _ streams: Streams, _ frame: Frame) {
        self.common = common
        self.streams = streams
        self.frame = frame
    }

    private var engine: Engine { frame.engine }

    func noteOutput(_ value: Value) { if common.outVariable != nil { outputs.append(value) } }
    /// Whether the command's own streams have to be watched: what it writes is collected somewhere.
    var collectsErrors: Bool { common.errorVariable != nil }
    var collectsOutput: Bool { common.outVariable != nil }

    func noteError(_ record: ErrorRecord) {
        if common.errorVariable != nil { errors.append(.object(record)) }
        if common.errorAction == .stop { record.endsScript = true }
    }

    func error(_ record: ErrorRecord) throws {
        noteError(record)
        engine.succeeded = false
        switch common.errorAction ?? ActionPreference.current(engine, "ErrorActionPreference") {
        case .ignore: return
        case .silentlyContinue: engine.remember(record)
        case .stop:
            record.endsScript = true
            throw TerminatingError(record)
        case .inquire:
            try engine.report(record, to: streams)
            if engine.host.readLine(
                prompt: "Continue with this operation? [Y] Yes  [H] Halt Command (default is \"Y\"): ", hidesInput: false)?
                .lowercased().hasPrefix("h") ?? true
            {
                throw TerminatingError(record)
            }
        default: try engine.report(record, to: streams)
        }
    }

    func warning(_ text: String) throws {
        if common.warningVariable != nil { warnings.append(.string(text)) }
        try line("WARNING", text, common.warningAction ?? ActionPreference.current(engine, "WarningPreference"), streams.warning)
    }

    func verbose(_ text: String) throws {
        let preference = common.verbose.map { $0 ? ActionPreference.continue : .silentlyContinue }
        try line("VERBOSE", text, preference ?? ActionPreference.current(engine, "VerbosePreference"), streams.verbose)
    }

    func debug(_ text: String) throws {
        let preference = common.debug.map { $0 ? ActionPreference.continue : .silentlyContinue }
        try line("DEBUG", text, preference ?? ActionPreference.current(engine, "DebugPreference"), streams.debug)
    }

    private func line(_ label: String, _ text: String, _ preference: ActionPreference, _ sink: (any OutputSink)?) throws {
        switch preference {
        case .silentlyContinue, .ignore: return
        default: break
        }
        if let sink {
            _ = try sink.write(StreamRecord.make(label, text))
        } else {
            engine.host.flush()
            engine.host.writeLine(label, text)
        }
        if preference == .stop {
            throw TerminatingError(
                ErrorRecord(
                    "The running command stopped because the preference variable \"\(label.prefix(1) + label.dropFirst().lowercased())Preference\" or common parameter is set to Stop: \(text)",
                    id: "ActionPreferenceStop", category: "OperationStopped",
                    exception: "System.Management.Automation.ActionPreferenceStopException"))
        }
    }

    func information(_ value: Value, tags: [String], source: String) throws {
        let record = Value.object(
            CustomObject(
                [("MessageData", value), ("Source", .string(source)), ("Tags", .array(tags.map { .string($0) }))],
                typeNames: ["System.Management.Automation.InformationRecord"]))
        if common.informationVariable != nil { informations.append(record) }
        if let sink = streams.information {
            _ = try sink.write(record)
            return
        }
        switch common.informationAction ?? ActionPreference.current(engine, "InformationPreference") {
        case .silentlyContinue, .ignore: return
        default:
            engine.host.flush()
            engine.host.writeText(value.displayText, newline: true, foreground: nil, background: nil)
        }
    }

    func host(_ text: String, newline: Bool, foreground: String?, background: String?) throws {
        if let sink = streams.information {
            _ = try sink.write(.string(text))
            return
        }
        engine.host.flush()
        engine.host.writeText(text, newline: newline, foreground: foreground, background: background)
    }

    func shouldProcess(target: String, action: String, impact: String = "Medium") throws -> Bool {
        let description = "Performing the operation \"\(action)\" on target \"\(target)\"."
        return try shouldProcess(
            description: description, query: description, caption: "Confirm\nAre you sure you want to perform this action?",
            impact: impact)
    }

    /// -WhatIf, then -Confirm where it was given or the impact reaches `$ConfirmPreference` (about_Functions_CmdletBindingAttribute).
    func shouldProcess(description: String, query: String, caption: String, impact: String) throws -> Bool {
        if common.whatIf ?? Conversion.bool(engine.variable("WhatIfPreference")) {
            engine.host.flush()
            engine.host.writeText("What if: \(description)", newline: true, foreground: nil, background: nil)
            return false
        }
        let preference = Self.level(engine.variable("ConfirmPreference").displayText)
        let asks = common.confirm ?? (preference > 0 && Self.level(impact) >= preference)
        guard asks else {
            try verbose(description)
            return true
        }
        return try ask(caption.isEmpty ? "Confirm" : caption, query)
    }

    func shouldContinue(query: String, caption: String) throws -> Bool {
        try ask(caption, query)
    }

    /// None, Low, Medium and High as numbers.
    private static func level(_ impact: String) -> Int {
        ["none", "low", "medium", "high"].firstIndex(of: impact.lowercased()) ?? 2
    }

    private func ask(_ caption: String, _ query: String) throws -> Bool {
        if confirmedAll { return true }
        if refusedAll { return false }
        engine.host.flush()
        engine.host.writeText("\n\(caption)\n\(query)", newline: true, foreground: nil, background: nil)
        while true {
            let prompt = "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): "
            guard let answer = engine.host.readLine(prompt: prompt, hidesInput: false) else {
                throw TerminatingError(
                    ErrorRecord(
                        "This needs a confirmation, and there is nobody to ask: \(query) Run it with -Confirm:$false.",
                        id: "ConfirmationNotAvailable", category: "InvalidOperation"))
            }
            switch answer.lowercased() {
            case "", "y", "yes": return true
            case "a":
                confirmedAll = true
                return true
            case "n", "no": return false
            case "l":
                refusedAll = true
                return false
            default: continue
            }
        }
    }

    /// Stores what -ErrorVariable and its kin collected.
    func finish() throws {
        try store(common.errorVariable, errors)
        try store(common.warningVariable, warnings)
        try store(common.informationVariable, informations)
        try store(common.outVariable, outputs)
    }

    /// `+name` adds to what is there.
    private func store(_ variable: String?, _ values: [Value]) throws {
        guard let variable, !variable.isEmpty else { return }
        if variable.hasPrefix("+") {
            let name = String(variable.dropFirst())
            let old = frame.scope.value(name)?.enumeratedOrSelf ?? []
            try frame.scope.set(name, .object(ListObject(old + values)))
        } else {
            try frame.scope.set(variable, .object(ListObject(values)))
        }
    }
}

/// A warning, verbose or debug line as an object, for redirection.
enum StreamRecord {
    static func make(_ label: String, _ text: String) -> Value {
        let name = label == "WARNING" ? "WarningRecord" : label == "VERBOSE" ? "VerboseRecord" : "DebugRecord"
        let object = StringObject(text)
        let members = AttachedMembers(notes: [("Message", .string(text))])
        members.typeNames = ["System.Management.Automation.\(name)", "System.String", "System.Object"]
        object.attached = members
        return .string(object)
    }
}

/// `$PSDefaultParameterValues`.
enum DefaultParameterValues {
    static func list(for command: String, _ engine: Engine) -> [(String, Value)] {
        guard let table = engine.global.own("PSDefaultParameterValues")?.asObject(HashtableObject.self), table.count > 0 else {
            return []
        }
        return table.pairs.compactMap { pair in
            let key = pair.key.displayText
            guard let colon = key.lastIndex(of: ":"), Wildcard(String(key[..<colon])).matches(command) else { return nil }
            return (String(key[key.index(after: colon)...]), pair.value)
        }
    }
}
