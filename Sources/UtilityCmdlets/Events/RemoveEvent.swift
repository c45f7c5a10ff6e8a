import CmdletKit
import Concurrency
import Interpreter
import Values

/// Remove-Event: removes events from the engine's queue.
struct RemoveEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var eventIdentifier = -1

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Event", synopsis: "Takes events out of the queue.",
        description: """
            Removes the events of a name, or one by its number; events that Get-Event writes may be piped in. \
            Registrations stay: Unregister-Event ends those. Nothing is written.
            """, defaultSet: "BySource", confirms: true,
        parameters: [
            Parameter(
                \.sourceIdentifier, position: 0, mandatory: true, sets: ["BySource"],
                help: "The names of the events; wildcards are allowed."),
            Parameter(
                \.eventIdentifier, position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["ByIdentifier"], help: "The number of one event."),
        ],
        examples: [
            Example(
                "$null = New-Event One; Remove-Event -SourceIdentifier One; @(Get-Event).Count",
                "Removes the events of a name.",
                output: "0"),
            Example(
                "$null = New-Event One; $null = New-Event Two; Get-Event | Remove-Event; @(Get-Event).Count",
                "Empties the queue.",
                output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let events = try runtime.service(Engine.self).events
        let found: [EventRecord]
        if runtime.isBound(\Self.eventIdentifier) {
            found = events.queue.filter { $0.id == eventIdentifier }
            if found.isEmpty {
                return try runtime.writeError(
                    EventErrors.notFound(
                        "Event with identifier", String(eventIdentifier), "INVALID_EVENT_IDENTIFIER", .integer(eventIdentifier)))
            }
        } else {
            let name = sourceIdentifier ?? ""
            found = events.queue.filter { Wildcard(name).matches($0.sourceIdentifier) }
            if found.isEmpty, !Wildcard.isPattern(name) {
                return try runtime.writeError(
                    EventErrors.notFound("Event with source identifier", name, "INVALID_SOURCE_IDENTIFIER", .string(name)))
            }
        }
        for event in found
        where try runtime.shouldProcess(target: "Event '\(event.sourceIdentifier)'", action: "Remove") { events.remove(event) }
    }
}
