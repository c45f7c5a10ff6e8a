import CmdletKit
import Interpreter
import Syntax
import Values

/// The events of one engine (Register-ObjectEvent, Register-EngineEvent, New-Event): its subscribers, the event queue, and the
/// actions that wait to be run.
public final class EventManager: PendingActions {
    /// The subscribers, as Get-EventSubscriber lists them.
    public private(set) var subscribers: [EventSubscriber] = []
    /// The event queue of Get-Event: events without an action that Remove-Event has not removed.
    public private(set) var queue: [EventRecord] = []
    private var pending: [(subscriber: EventSubscriber, event: EventRecord)] = []
    private var lastSubscriber = 0
    private var lastEvent = 0
    private var isRunning = false
    private unowned(unsafe) let engine: Engine

    init(_ engine: Engine) {
        self.engine = engine
        engine.pendingActions = self
    }

    // MARK: Subscribers

    /// The parameters of a subscription (Register-ObjectEvent, Register-EngineEvent).
    public struct Subscription {
        /// -SourceIdentifier; empty: a GUID is made.
        public var sourceIdentifier = ""
        /// -Action; nil: events are queued.
        public var action: ScriptBlock?
        /// -MessageData, handed to the action.
        public var messageData = Value.null
        /// -SupportEvent: the subscriber and its job are hidden.
        public var isSupport = false
        /// -Forward: the event is sent to the caller of a remote session.
        public var forwards = false
        /// -MaxTriggerCount; nil or 0: no limit.
        public var most: Int?

        /// Makes a subscription of the defaults.
        public init() {}
    }

    /// Registers a subscriber.
    /// - Parameters:
    ///   - source: the object and its event; nil for events of the engine and of New-Event.
    /// - Throws: `ValueError` where the source identifier is taken, or the object has no such event.
    public func subscribe(_ subscription: Subscription, to source: (object: Value, eventName: String)? = nil) throws
        -> EventSubscriber
    {
        let identifier = subscription.sourceIdentifier.isEmpty ? GuidType.randomText : subscription.sourceIdentifier
        if subscribers.contains(where: { $0.sourceIdentifier.equalsIgnoringCase(identifier) && source != nil }) {
            throw ValueError(
                "Cannot subscribe to the specified event. A subscriber with the source identifier '\(identifier)' already exists.",
                id: "SUBSCRIBER_EXISTS", exception: "System.ArgumentException", category: "InvalidArgument")
        }
        var name = ""
        if let source {
            guard let hub = (source.object.reference as? any EventSource)?.events, let found = hub.name(source.eventName) else {
                throw ValueError(
                    "Cannot register for the specified event. An event with the name '\(source.eventName)' does not exist.",
                    id: "INVALID_REGISTRATION", exception: "System.ArgumentException", category: "InvalidArgument")
            }
            name = found
        }
        lastSubscriber += 1
        let job = subscription.action.map {
            Job(.event, name: identifier, command: $0.stringForm ?? "", in: engine) { job in job.setState(.stopped) }
        }
        let subscriber = EventSubscriber(
            id: lastSubscriber, identifier, source: source?.object ?? .null, eventName: name, action: subscription.action, job: job,
            messageData: subscription.messageData, isSupport: subscription.isSupport, forwards: subscription.forwards,
            left: subscription.most.flatMap { $0 > 0 ? $0 : nil })
        subscribers.append(subscriber)
        if let job, !subscription.isSupport { engine.jobs.add(job) }
        if let hub = (source?.object.reference as? any EventSource)?.events {
            let link = engine.link
            let id = hub.listen(to: name) { [weak subscriber] sender, arguments in
                guard let subscriber, let engine = link.engine else { return }
                engine.events.take(
                    subscriber, sender: sender, eventArguments: arguments, arguments: .array([sender, arguments]),
                    messageData: subscriber.messageData)
            }
            subscriber.stopListening = { [weak hub] in hub?.stopListening(id) }
        }
        return subscriber
    }

    /// Removes a subscriber and stops its job (Unregister-Event).
    public func unsubscribe(_ subscriber: EventSubscriber) {
        subscriber.stopListening()
        subscribers.removeAll { $0 === subscriber }
        subscriber.job?.setState(.stopped)
    }

    // MARK: Events

    /// Raises an event of New-Event: the actions of the identifier's subscribers get it; where there are none, it is queued.
    @discardableResult
    public func generate(_ sourceIdentifier: String, sender: Value, arguments: Value, messageData: Value) -> EventRecord {
        let listening = subscribers.filter { $0.sourceIdentifier.equalsIgnoringCase(sourceIdentifier) && $0.action != nil }
        let event = record(
            sourceIdentifier, sender: sender, eventArguments: .null, arguments: arguments, messageData: messageData)
        if listening.isEmpty { queue.append(event) }
        for subscriber in listening { act(subscriber, event) }
        engine.announce()
        return event
    }

    private func record(
        _ sourceIdentifier: String, sender: Value, eventArguments: Value, arguments: Value, messageData: Value
    ) -> EventRecord {
        lastEvent += 1
        return EventRecord(
            id: lastEvent, sourceIdentifier, sender: sender, eventArguments: eventArguments, arguments: arguments,
            messageData: messageData)
    }

    private func take(
        _ subscriber: EventSubscriber, sender: Value, eventArguments: Value, arguments: Value, messageData: Value
    ) {
        let event = record(
            subscriber.sourceIdentifier, sender: sender, eventArguments: eventArguments, arguments: arguments,
            messageData: messageData)
        if subscriber.action == nil { queue.append(event) }
        act(subscriber, event)
        engine.announce()
    }

    private func act(_ subscriber: EventSubscriber, _ event: EventRecord) {
        if let left = subscriber.left {
            subscriber.left = left - 1
            if left <= 1 { unsubscribe(subscriber) }
        }
        guard subscriber.action != nil else { return }
        pending.append((subscriber, event))
        engine.wakeForEvents()
    }

    /// Removes an event from the queue (Remove-Event).
    public func remove(_ event: EventRecord) { queue.removeAll { $0 === event } }

    // MARK: Actions

    /// Runs the waiting actions on the thread that interprets for the engine. No action interrupts another one. Events that come meanwhile are
    /// handled after the interrupted code has run on for a while: an action that raises its own event must not hold that code up for ever.
    /// - Throws: `PipelineStopped` or `ExitRequest` of an action; its other errors are recorded in the subscriber's job.
    package func run() throws {
        guard !isRunning else { return }
        isRunning = true
        defer { isRunning = false }
        var left = pending.count
        while left > 0, !pending.isEmpty {
            left -= 1
            let (subscriber, event) = pending.removeFirst()
            try engine.quietly { try run(subscriber, event) }
        }
        if !pending.isEmpty { engine.interrupt.noteEvent() }
    }

    /// Raises the engine event `PowerShell.Exiting` and runs its actions.
    package func sessionEnds() {
        generate("PowerShell.Exiting", sender: .null, arguments: .null, messageData: .null)
        try? run()
    }

    private func run(_ subscriber: EventSubscriber, _ event: EventRecord) throws {
        guard let action = subscriber.action, let job = subscriber.job else { return }
        job.setState(.running)
        let take: (StreamKind, Value) throws -> Void = { kind, value in job.add(kind, value) }
        var streams = Streams(take)
        // Warnings and Write-Host of an action are shown at once; its other streams go to the job.
        (streams.information, streams.warning) = (nil, nil)
        let output = StreamSink(.output, take)
        let variables: [(String, Value)] = [
            ("Event", .object(event)), ("EventSubscriber", .object(subscriber)), ("Sender", event.sender),
            ("EventArgs", Value.object(event).property("SourceEventArgs") ?? .null),
        ]
        do {
            try engine.invokeAction(
                action, variables: variables, arguments: event.arguments.isNull ? [] : event.arguments.enumeratedOrSelf,
                output: output, streams: streams)
        } catch {
            // A `break` ends the action, not the loop that runs at the moment.
            if error is EarlyExit { return }
            if error.isFlowControl { throw error }
            let record = ErrorRecord.wrapping(error)
            engine.remember(record)
            job.add(.error, .object(record))
        }
    }
}

extension Engine {
    /// Runs an event's action below the global scope of the action's session state, with variables such as `$Event` of its own.
    func invokeAction(
        _ block: ScriptBlock, variables: [(String, Value)], arguments: [Value], output: any OutputSink, streams: Streams
    ) throws {
        let root = block.session.flatMap { $0.definitions === definitions ? $0.root : nil } ?? global
        let scope = Scope(layout: ScopeLayout(), below: root)
        for (name, value) in variables { scope.assign(name, value) }
        let frame = Frame(engine: self, scope: scope, file: block.syntax.file, output: output, streams: streams)
        let own = ScriptBlock(block.blockCode, session: scope.session)
        try onThread { try within(scope) { try invoke(own, arguments: arguments, output: output, in: frame) } }
    }
}
