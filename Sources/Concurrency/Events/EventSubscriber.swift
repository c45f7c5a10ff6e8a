import Interpreter
import Values

/// System.Management.Automation.PSEventSubscriber: a subscription, and what is done with its events.
public final class EventSubscriber: Object {
    /// SubscriptionId: the number of the subscriber in the engine.
    public let id: Int
    /// SourceIdentifier: the name that events are queued under.
    public let sourceIdentifier: String
    let source: Value
    let eventName: String
    /// nil: events are queued for Get-Event.
    let action: ScriptBlock?
    /// The event job, which collects the action's output; nil without an action.
    public let job: Job?
    let messageData: Value
    /// SupportEvent: whether the subscriber and its job are hidden.
    public let isSupport: Bool
    let forwards: Bool
    /// The number of events still to be handled before the subscriber is removed; nil: no limit.
    var left: Int?
    var stopListening: () -> Void = {}

    init(
        id: Int, _ sourceIdentifier: String, source: Value, eventName: String, action: ScriptBlock?, job: Job?, messageData: Value,
        isSupport: Bool, forwards: Bool, left: Int?
    ) {
        self.id = id
        self.sourceIdentifier = sourceIdentifier
        self.source = source
        self.eventName = eventName
        self.action = action
        self.job = job
        self.messageData = messageData
        self.isSupport = isSupport
        self.forwards = forwards
        self.left = left
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { Self.objectType.name }

    private static func own(_ value: Value) -> EventSubscriber? { value.asObject(EventSubscriber.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.PSEventSubscriber", base: .object,
        members: [
            .property("SubscriptionId", "int") { Value.integer(own($0)?.id ?? 0) },
            .property("SourceObject", "object") { own($0)?.source ?? .null },
            .property("EventName", "string") { own($0).map { $0.eventName.isEmpty ? .null : .string($0.eventName) } ?? .null },
            .property("SourceIdentifier", "string") { .string(own($0)?.sourceIdentifier ?? "") },
            .property("Action", "System.Management.Automation.PSEventJob") { value in
                own(value)?.job.map { .object($0) } ?? .null
            },
            .property("HandlerDelegate", "object") { _ in .null },
            .property("SupportEvent", "bool") { .bool(own($0)?.isSupport ?? false) },
            .property("ForwardEvent", "bool") { .bool(own($0)?.forwards ?? false) },
        ])
}
