import CmdletKit
import Concurrency
import Interpreter
import Values

/// Get-EventSubscriber: writes the registrations for events.
struct GetEventSubscriber: Cmdlet {
    private var sourceIdentifier: String?
    private var subscriptionId = -1
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-EventSubscriber", synopsis: "Gets the registrations for events.",
        description: """
            Writes an object for each registration of Register-ObjectEvent and Register-EngineEvent: its \
            SubscriptionId, SourceIdentifier, SourceObject, EventName and Action. A name without wildcards that no \
            registration has is an error.
            """, defaultSet: "BySource",
        parameters: [
            Parameter(
                \.sourceIdentifier, position: 0, pipeline: .byPropertyName, sets: ["BySource"],
                help: "The names of the events; wildcards are allowed. All registrations without it."),
            Parameter(
                \.subscriptionId, aliases: ["Id"], position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["ById"], help: "The number of one registration."),
            Parameter(\.force, position: 1, help: "Lists registrations of -SupportEvent as well."),
        ],
        outputs: ["System.Management.Automation.PSEventSubscriber"],
        examples: [
            Example(
                "$null = Register-EngineEvent One -Action { }; (Get-EventSubscriber One).SourceIdentifier; Unregister-Event One",
                "Finds a registration by its name.",
                output: "One"),
            Example(
                "$t = [Timers.Timer]::new(1000); Register-ObjectEvent $t Elapsed -SourceIdentifier Tick; (Get-EventSubscriber Tick).EventName; Unregister-Event Tick",
                "Tells which event of an object it is.",
                output: "Elapsed"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let found = try EventSubscriberSearch.find(
            sourceIdentifier, id: runtime.isBound(\Self.subscriptionId) ? subscriptionId : nil, force: force.isOn, runtime)
        try runtime.writeAll(found.map { .object($0) })
    }
}

/// Finds event subscribers by name or ID.
enum EventSubscriberSearch {
    /// The subscribers; all without a name and an ID. One that does not exist is a non-terminating error.
    /// - Parameter force: whether hidden ones (-SupportEvent) are included.
    /// - Throws: what `writeError` throws.
    static func find(_ name: String?, id: Int?, force: Bool, _ runtime: any CmdletRuntime) throws -> [EventSubscriber] {
        let all = try runtime.service(Engine.self).events.subscribers.filter { force || !$0.isSupport }
        if let id {
            let found = all.filter { $0.id == id }
            if found.isEmpty {
                try runtime.writeError(
                    EventErrors.notFound(
                        "Event subscription with identifier", String(id), "INVALID_SUBSCRIPTION_IDENTIFIER", .integer(id)))
            }
            return found
        }
        guard let name else { return all }
        let found = all.filter { Wildcard(name).matches($0.sourceIdentifier) }
        if found.isEmpty, !Wildcard.isPattern(name) {
            try runtime.writeError(
                EventErrors.notFound(
                    "Event subscription with source identifier", name, "INVALID_SOURCE_IDENTIFIER", .string(name)))
        }
        return found
    }
}
