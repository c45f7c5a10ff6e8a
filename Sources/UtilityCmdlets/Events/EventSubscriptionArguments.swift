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
                "SourceIdentifier", \.subscription.sourceIdentifier, position: identifierPosition, mandatory: mandatory,
                help: "The name under which the event comes."),
            Parameter(
                "Action", \.subscription.action, position: 101, help: "What is run when it comes; else it is queued for Get-Event."),
            Parameter("MessageData", \.subscription.messageData, help: "What the action is given in $Event.MessageData."),
            Parameter("SupportEvent", \.subscription.supportEvent, help: "Is not listed."),
            Parameter("Forward", \.subscription.forward, help: "Is sent on to another session, of which there is none here."),
            Parameter("MaxTriggerCount", \.subscription.maxTriggerCount, help: "Listens so many times only."),
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
