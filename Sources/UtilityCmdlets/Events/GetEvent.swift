import CmdletKit
import Concurrency
import Interpreter
import Values

/// Get-Event: writes the events in the engine's queue.
struct GetEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var eventIdentifier = -1

    static let declaration = CmdletDeclaration<Self>(
        "Get-Event", synopsis: "Gets the events that have come and wait in the queue.",
        description: """
            Writes the events that no action took, oldest first; they stay in the queue until Remove-Event takes them \
            out. A name without wildcards that no event has is an error.
            """, defaultSet: "BySource",
        parameters: [
            Parameter(
                \.sourceIdentifier, position: 0, pipeline: .byPropertyName, sets: ["BySource"],
                help: "The names of the events; wildcards are allowed. All events without it."),
            Parameter(
                \.eventIdentifier, aliases: ["Id"], position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["ById"], help: "The number of one event."),
        ],
        outputs: ["System.Management.Automation.PSEventArgs"],
        examples: [
            Example(
                "$null = New-Event One; (Get-Event One).SourceIdentifier; Remove-Event One",
                "Gets the events of a name.",
                output: "One"),
            Example(
                "1..3 | ForEach-Object { $null = New-Event Step }; @(Get-Event -SourceIdentifier S*).Count; Remove-Event Step",
                "Counts what waits.",
                output: "3"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let queue = try runtime.service(Engine.self).events.queue
        if runtime.isBound(\Self.eventIdentifier) {
            let found = queue.filter { $0.id == eventIdentifier }
            if found.isEmpty {
                return try runtime.writeError(
                    EventErrors.notFound(
                        "Event with identifier", String(eventIdentifier), "INVALID_EVENT_IDENTIFIER", .integer(eventIdentifier)))
            }
            return try runtime.writeAll(found.map { .object($0) })
        }
        guard let sourceIdentifier else { return try runtime.writeAll(queue.map { .object($0) }) }
        let found = queue.filter { Wildcard(sourceIdentifier).matches($0.sourceIdentifier) }
        if found.isEmpty, !Wildcard.isPattern(sourceIdentifier) {
            return try runtime.writeError(
                EventErrors.notFound(
                    "Event with source identifier", sourceIdentifier, "INVALID_SOURCE_IDENTIFIER", .string(sourceIdentifier)))
        }
        try runtime.writeAll(found.map { .object($0) })
    }
}
