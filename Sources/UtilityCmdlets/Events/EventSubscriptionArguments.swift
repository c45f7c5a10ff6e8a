import CmdletKit
import Concurrency
import Interpreter
import Values

/// A cmdlet that registers for an event.
protocol EventRegistering: Cmdlet {
    var subscription: EventSubscriptionArguments { get set }
}

/// What the cmdlets that register for events have in common.
struct EventSubscriptionArguments {
    var sourceIdentifier: String?
    var action: ScriptBlock?
    var messageData: Value = .null
    var supportEvent: Switch = false
    var forward: Switch = false
    var maxTriggerCount = 0

    static func parameters<C: EventRegistering>(identifierPosition: Int?, mandatory: Bool) -> [Parameter<C>] {
        [
            Parameter(
                \.subscription.sourceIdentifier, position: identifierPosition, mandatory: mandatory,
                help:
                    "The name of the event: the one that New-Event gives, or a name of one's own for an object's event; a GUID without it."
            ),
            Parameter(
                \.subscription.action, position: 101,
                help: "The script block that runs when the event comes; without it the event waits in the queue."),
            Parameter(
                \.subscription.messageData,
                help: "An object for the action: $Event.MessageData of an object's event. Events of New-Event bring their own."),
            Parameter(
                \.subscription.supportEvent,
                help: "Hides the registration from Get-EventSubscriber, unless that is given -Force."),
            Parameter(
                \.subscription.forward,
                help: "Sends the event on to the session that started this one, of which there is none here; not with -Action."),
            Parameter(
                \.subscription.maxTriggerCount,
                help: "Ends the registration when the event has come this many times; 0 for never."),
        ]
    }

    func subscribe(_ runtime: any CmdletRuntime, to source: (object: Value, eventName: String)?) throws {
        if forward.isOn, action != nil {
            throw ValueError(
                "The action is not supported when you are forwarding events.", id: "ACTION_AND_FORWARD_NOT_SUPPORTED",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        var subscription = EventManager.Subscription()
        subscription.sourceIdentifier = sourceIdentifier ?? ""
        subscription.action = action
        subscription.messageData = messageData
        subscription.isSupport = supportEvent.isOn
        subscription.forwards = forward.isOn
        subscription.most = maxTriggerCount
        let subscriber = try runtime.service(Engine.self).events.subscribe(subscription, to: source)
        if let job = subscriber.job { try runtime.write(.object(job)) }
    }
}
