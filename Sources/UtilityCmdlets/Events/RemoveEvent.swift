import CmdletKit
import Concurrency
import Interpreter
import Values

/// Remove-Event.
struct RemoveEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var eventIdentifier = -1

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Event", synopsis: "Removes events that have come.", defaultSet: "BySource", confirms: true,
        parameters: [
            Parameter(
                "SourceIdentifier", \.sourceIdentifier, position: 0, mandatory: true, sets: ["BySource"],
                help: "Names, with wildcards."),
            Parameter(
                "EventIdentifier", \.eventIdentifier, position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["ByIdentifier"], help: "The number of one."),
        ],
        examples: [
            Example("$null = New-Event One; Remove-Event One; @(Get-Event One*).Count", "Those of a name.", output: "0")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let events = try runtime.service(Engine.self).events
        let found: [EventRecord]
        if runtime.isBound("EventIdentifier") {
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
