import CmdletKit
import Concurrency
import Interpreter
import Values

/// Unregister-Event.
struct UnregisterEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var subscriptionId = -1
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Unregister-Event", synopsis: "Listens to an event no more.", defaultSet: "BySource", confirms: true,
        parameters: [
            Parameter(
                "SourceIdentifier", \.sourceIdentifier, position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: ["BySource"], help: "Names, with wildcards."),
            Parameter(
                "SubscriptionId", \.subscriptionId, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["ById"],
                help: "The number of a subscription."),
            Parameter("Force", \.force, help: "Those of -SupportEvent as well."),
        ],
        examples: [
            Example(
                "$null = Register-EngineEvent One -Action { }; Unregister-Event One; @(Get-EventSubscriber).Count",
                "One that listened.", output: "0")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let events = try runtime.service(Engine.self).events
        let found = try EventSubscriberSearch.find(
            sourceIdentifier, id: runtime.isBound("SubscriptionId") ? subscriptionId : nil, force: force.isOn, runtime)
        for subscriber in found
        where try runtime.shouldProcess(
            target: "Event subscription '\(subscriber.sourceIdentifier)'", action: "Unsubscribe")
        {
            events.unsubscribe(subscriber)
        }
    }
}
