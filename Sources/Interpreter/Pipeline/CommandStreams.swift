import CmdletKit
import Values

/// The streams of one running command, under its common parameters and the preference variables.
final class CommandStreams {
    private let common: CommonParameters
    private let streams: Streams
    private let frame: Frame
    /// The lists of -ErrorVariable, -WarningVariable, -InformationVariable and -OutVariable. Each is assigned to its variable at
    /// the start, so that later commands of the pipeline can read what has been collected so far.
    private let errors: ListObject?
    private let warnings: ListObject?
    private let informations: ListObject?
    private let outputs: ListObject?
    /// Whether "Yes to All" was answered, for the rest of the command; `refusedAll`: "No to All".
    private var confirmedAll = false
    /// Whether the variable of -PipelineVariable holds an object of this pipeline; its value before is in `hiddenValue`.
    private var holdsPipelineVariable = false
    private var hiddenValue: Value?
    private var refusedAll = false

    init(_ common: CommonParameters, _ streams: Streams, _ frame: Frame) {
        self.common = common
        self.streams = streams
        self.frame = frame
        errors = CollectedVariable.list(common.errorVariable, frame)
        warnings = CollectedVariable.list(common.warningVariable, frame)
        informations = CollectedVariable.list(common.informationVariable, frame)
        outputs = CollectedVariable.list(common.outVariable, frame)
        collectsOutput = common.outVariable != nil || common.pipelineVariable != nil
    }

    private var engine: Engine { frame.engine }

    func noteOutput(_ value: Value) {
        outputs?.elements.append(value)
        guard let name = common.pipelineVariable else { return }
        if !holdsPipelineVariable {
            holdsPipelineVariable = true
            hiddenValue = frame.scope.own(name)
        }
        try? frame.scope.set(name, value)
    }
    /// Restores the variable of -PipelineVariable at the end of the pipeline.
    func endPipeline() {
        guard holdsPipelineVariable, let name = common.pipelineVariable else { return }
        holdsPipelineVariable = false
        if let hiddenValue { try? frame.scope.set(name, hiddenValue) } else { frame.scope.remove(name) }
    }

    /// Whether `noteOutput` has to see the command's output, for -OutVariable or -PipelineVariable.
    let collectsOutput: Bool
    /// The streams for the commands that a function calls: -ErrorVariable and the like of the function collect from them too.
    func inner(_ streams: Streams) -> Streams {
        var inner = streams
        if let errors { inner.errorLists.append(errors) }
        if let warnings { inner.warningLists.append(warnings) }
        if let informations { inner.informationLists.append(informations) }
        return inner
    }

    /// Whether the command wrote an error: `$?` is false behind its pipeline.
    private(set) var hasFailed = false

    /// Adds an error to -ErrorVariable; under -ErrorAction Stop the error ends the script.
    func noteError(_ record: ErrorRecord) {
        if let errors, errors.elements.last?.asObject(ErrorRecord.self) !== record { errors.elements.append(.object(record)) }
        if common.errorAction == .stop { record.endsScript = true }
    }

    /// Writes a non-terminating error.
    /// - Throws: `TerminatingError` where -ErrorAction or ErrorActionPreference is Stop, or the user chose to halt.
    func error(_ record: ErrorRecord) throws {
        // A cmdlet that goes on with the next object would try again at each level of the overflow.
        if engine.depth.isUnwinding { throw TerminatingError(record) }
        noteError(record)
        streams.collect(record)
        hasFailed = true
        switch common.errorAction ?? ActionPreference.current(engine, "ErrorActionPreference") {
        case .ignore: return
        case .silentlyContinue: engine.remember(record)
        case .stop:
            record.endsScript = true
            throw TerminatingError(record)
        case .inquire:
            try engine.report(record, to: streams)
            let question = "Continue with this operation? [Y] Yes  [H] Halt Command (default is \"Y\"): "
            if try engine.readLine(prompt: question)?.lowercased().hasPrefix("h") ?? true {
                throw TerminatingError(record)
            }
        default: try engine.report(record, to: streams)
        }
    }

    /// Writes a warning, verbose or debug message under its preference.
    func warning(_ text: String) throws {
        for list in streams.warningLists + [warnings].compactMap({ $0 }) {
            list.elements.append(StreamRecord.make("WARNING", text))
        }
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
        if preference == .inquire { try inquire() }
        if preference == .stop {
            throw TerminatingError(
                ErrorRecord(
                    "The running command stopped because the preference variable \"\(label.prefix(1) + label.dropFirst().lowercased())Preference\" or common parameter is set to Stop: \(text)",
                    id: "ActionPreferenceStop", category: "OperationStopped",
                    exception: "System.Management.Automation.ActionPreferenceStopException"))
        }
    }

    func information(_ value: Value, tags: [String], source: String) throws {
        // An InformationRecord that came from another runspace or Receive-Job is kept as it is.
        let record =
            value.asObject(InformationRecord.self).map { Value.object($0) }
            ?? .object(InformationRecord(value, tags: tags, source: source))
        note(record)
        if let sink = streams.information {
            _ = try sink.write(record)
            return
        }
        let preference = common.informationAction ?? ActionPreference.current(engine, "InformationPreference")
        switch preference {
        case .silentlyContinue, .ignore: return
        default:
            engine.host.flush()
            engine.host.writeText(value.displayText, newline: true, foreground: nil, background: nil)
            if preference == .inquire { try inquire() }
        }
    }

    /// Asks whether to continue after a message, for the preference Inquire.
    /// - Throws: `TerminatingError` where the user chose to stop.
    private func inquire() throws {
        if try !ask("Confirm", "Continue with this operation?") {
            throw TerminatingError(
                ErrorRecord(
                    "The running command stopped because the user selected the Stop option.", id: "ActionPreferenceStop",
                    category: "OperationStopped", exception: "System.Management.Automation.ActionPreferenceStopException"))
        }
    }

    private func note(_ record: Value) {
        for list in streams.informationLists + [informations].compactMap({ $0 }) { list.elements.append(record) }
    }

    /// Writes a message of Write-Host: to the host, and to stream 6 where that is redirected or collected.
    func host(_ text: String, newline: Bool, foreground: String?, background: String?) throws {
        if common.informationAction == .ignore { return }
        if streams.information != nil || informations != nil || !streams.informationLists.isEmpty {
            let message = HostMessage(text, newline: newline, foreground: foreground, background: background)
            let record = InformationRecord(.object(message), tags: ["PSHOST"], source: "Write-Host")
            note(.object(record))
            if let sink = streams.information {
                engine.host.transcripts.record(newline ? text + "\n" : text)
                _ = try sink.write(.object(record))
                return
            }
        }
        engine.host.flush()
        engine.host.writeText(text, newline: newline, foreground: foreground, background: background)
        if common.informationAction == .inquire { try inquire() }
    }

    func shouldProcess(target: String, action: String, impact: String = "Medium") throws -> Bool {
        let description = "Performing the operation \"\(action)\" on target \"\(target)\"."
        return try shouldProcess(
            description: description, query: description, caption: "Confirm\nAre you sure you want to perform this action?",
            impact: impact)
    }

    /// ShouldProcess: with -WhatIf describes and refuses; asks with -Confirm, or where the impact reaches `$ConfirmPreference`
    /// (about_Functions_CmdletBindingAttribute).
    /// - Throws: `TerminatingError` where confirmation is needed and no user can answer.
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

    /// The rank of a ConfirmImpact: None, Low, Medium, High.
    private static func level(_ impact: String) -> Int {
        ["none", "low", "medium", "high"].firstIndex(of: impact.lowercased()) ?? 2
    }

    private func ask(_ caption: String, _ query: String) throws -> Bool {
        if confirmedAll { return true }
        if refusedAll { return false }
        engine.host.flush()
        // A blank line before the question, on the display only.
        engine.host.transcripts.pausing { engine.host.writeText("", newline: true, foreground: nil, background: nil) }
        engine.host.writeText("\(caption)\n\(query)", newline: true, foreground: nil, background: nil)
        if engine.takesDefaultChoices { return true }
        while true {
            let prompt = "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): "
            guard let answer = try engine.readLine(prompt: prompt) else {
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
}

/// The variable of -OutVariable, -ErrorVariable and the like: `name`, `+name` to append to its value, `scope:name`.
enum CollectedVariable {
    /// A new list, assigned to the variable; nil where no variable was named.
    static func list(_ name: String?, _ frame: Frame) -> ListObject? {
        guard let name, !name.isEmpty else { return nil }
        let appends = name.hasPrefix("+")
        let scoped = ScopedName(appends ? String(name.dropFirst()) : name)
        let scope = scoped.qualifier == nil ? frame.scope : scoped.scope(from: frame.scope)
        let list = ListObject(appends ? scope.value(scoped.name)?.enumeratedOrSelf ?? [] : [])
        // Where the variable cannot be set, nothing is collected; the command still runs.
        guard (try? scope.set(scoped.name, .object(list))) != nil else { return nil }
        return list
    }
}

/// A message of the warning, verbose or debug stream as an object, for redirection and collection.
package enum StreamRecord {
    static func make(_ label: String, _ text: String) -> Value {
        make(label == "WARNING" ? .warning : label == "VERBOSE" ? .verbose : .debug, text)
    }

    /// The object: a string with the type name and Message property of PowerShell's record.
    package static func make(_ kind: StreamKind, _ text: String) -> Value {
        let name = kind.rawValue + "Record"
        let object = StringObject(text)
        let members = AttachedMembers(notes: [("Message", .string(text))])
        members.typeNames = ["System.Management.Automation.\(name)", "System.String", "System.Object"]
        object.attached = members
        return .string(object)
    }
}

/// `$PSDefaultParameterValues` (about_Parameters_Default_Values).
enum DefaultParameterValues {
    /// The parameter names and values of the entries whose command pattern matches.
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
