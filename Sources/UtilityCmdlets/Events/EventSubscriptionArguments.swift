import CmdletKit
import Concurrency
import Interpreter
import Values

/// A cmdlet that registers for an event.
protocol EventRegistering: Cmdlet {
    /// The values of the parameters that these cmdlets share.
    var subscription: EventSubscriptionArguments { get set }
}

/// The parameters that Register-EngineEvent and Register-ObjectEvent share.
struct EventSubscriptionArguments {
    var sourceIdentifier: String?
    var action: ScriptBlock?
    var messageData: Value = .null
    var supportEvent: Switch = false
    var forward: Switch = false
    var maxTriggerCount = 0

    /// The declarations of the parameters.
    /// - Parameters:
    ///   - identifierPosition: the position of -SourceIdentifier; nil for a parameter by name only.
    ///   - mandatory: whether -SourceIdentifier is mandatory.
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

    /// Registers for the event and writes the job of the action, if there is one.
    /// - Parameter source: the object and the name of its event; nil for an event of New-Event or of the engine.
    /// - Throws: `ValueError` if -Forward and -Action are both given, and what the subscription throws.
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
