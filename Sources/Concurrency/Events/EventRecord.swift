import Interpreter
import Values

/// System.Management.Automation.PSEventArgs: an event that was raised.
public final class EventRecord: Object {
    /// EventIdentifier: the number of the event in the engine.
    public let id: Int
    /// SourceIdentifier: the name that subscribers and Get-Event use.
    public let sourceIdentifier: String
    /// Sender: the object that raised the event; `$null` for events of New-Event without one.
    public let sender: Value
    /// SourceArgs: the arguments that the action gets in `$args`.
    public let arguments: Value
    /// MessageData, from the subscription or New-Event.
    public let messageData: Value
    private let eventArguments: Value
    private let time = DateTime.now()

    init(id: Int, _ sourceIdentifier: String, sender: Value, eventArguments: Value, arguments: Value, messageData: Value) {
        self.id = id
        self.sourceIdentifier = sourceIdentifier
        self.sender = sender
        self.eventArguments = eventArguments
        self.arguments = arguments
        self.messageData = messageData
        super.init()
    }

    public override var type: ObjectType { Self.objectType }

    private static func own(_ value: Value) -> EventRecord? { value.asObject(EventRecord.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.PSEventArgs", base: ObjectType("System.EventArgs", base: .object),
        members: [
            .property("ComputerName", "string") { _ in .null },
            .property("RunspaceId", "guid") { _ in
                let engine = try Engine.caller()
                return engine.runspaces.first { $0.engine === engine }?.instanceID ?? .null
            },
            .property("EventIdentifier", "int") { Value.integer(own($0)?.id ?? 0) },
            .property("Sender", "object") { own($0)?.sender ?? .null },
            .property("SourceEventArgs", "System.EventArgs") { own($0)?.eventArguments ?? .null },
            .property("SourceArgs", "object[]") { own($0)?.arguments ?? .null },
            .property("SourceIdentifier", "string") { .string(own($0)?.sourceIdentifier ?? "") },
            .property("TimeGenerated", "datetime") { own($0)?.time.boxed ?? .null },
            .property("MessageData", "psobject") { own($0)?.messageData ?? .null },
        ])
}
