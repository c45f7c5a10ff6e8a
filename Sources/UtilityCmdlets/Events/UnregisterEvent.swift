import CmdletKit
import Concurrency
import Interpreter
import Values

/// Unregister-Event: ends registrations for events.
struct UnregisterEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var subscriptionId = -1
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Unregister-Event", synopsis: "Ends registrations for events.",
        description: """
            Events of the name come no more, and the jobs of actions are stopped; events that wait in the queue stay \
            there. Registrations that Get-EventSubscriber writes may be piped in. Nothing is written.
            """, defaultSet: "BySource", confirms: true,
        parameters: [
            Parameter(
                \.sourceIdentifier, position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["BySource"], help: "The names of the events; wildcards are allowed."),
            Parameter(
                \.subscriptionId, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["ById"],
                help: "The number of one registration."),
            Parameter(\.force, help: "Ends registrations of -SupportEvent as well."),
        ],
        examples: [
            Example(
                "$null = Register-EngineEvent One -Action { }; Unregister-Event -SourceIdentifier One; @(Get-EventSubscriber).Count",
                "Ends a registration.",
                output: "0"),
            Example(
                "Register-EngineEvent One; Register-EngineEvent Two; Get-EventSubscriber | Unregister-Event; @(Get-EventSubscriber).Count",
                "Ends all of them.",
                output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let events = try runtime.service(Engine.self).events
        let found = try EventSubscriberSearch.find(
            sourceIdentifier, id: runtime.isBound(\Self.subscriptionId) ? subscriptionId : nil, force: force.isOn, runtime)
        for subscriber in found
        where try runtime.shouldProcess(
            target: "Event subscription '\(subscriber.sourceIdentifier)'", action: "Unsubscribe")
        {
            events.unsubscribe(subscriber)
        }
    }
}
