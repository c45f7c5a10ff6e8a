import Glibc
import LinuxSystem
import Values

/// System.Management.Automation.InformationRecord: what Write-Information and Write-Host write.
public final class InformationRecord: Object {
    public let messageData: Value
    public let source: String
    public let tags: [String]
    private let time = DateTime.now()

    public init(_ messageData: Value, tags: [String], source: String) {
        self.messageData = messageData
        self.tags = tags
        self.source = source
        super.init()
    }

    /// The text of Write-Host behind a record; nil for another one.
    public var hostMessage: HostMessage? { messageData.asObject(HostMessage.self) }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { messageData.displayText }

    private static func own(_ value: Value) -> InformationRecord? { value.asObject(InformationRecord.self) }

    public static let objectType = ObjectType(
        "System.Management.Automation.InformationRecord", base: .object,
        members: [
            .property("MessageData", "System.Object") { own($0)?.messageData ?? .null },
            .property("Source", "string") { .string(own($0)?.source ?? "") },
            .property("TimeGenerated", "datetime") { own($0)?.time.boxed ?? .null },
            .property("Tags", "System.Collections.Generic.List[string]") { value in
                .object(ListObject(own(value)?.tags.map { .string($0) } ?? []))
            },
            .property("User", "string") { _ in .string(Engine.ofThread?.environment["USER"] ?? "") },
            .property("Computer", "string") { _ in .string(MachineName.current) },
            .property("ProcessId", "uint") { _ in .fixed(.uint32(UInt32(bitPattern: getpid()))) },
        ])
}

/// System.Management.Automation.HostInformationMessage: a text of Write-Host with its colours.
public final class HostMessage: Object {
    public let text: String
    public let newline: Bool
    public let foreground: String?
    public let background: String?

    public init(_ text: String, newline: Bool, foreground: String?, background: String?) {
        self.text = text
        self.newline = newline
        self.foreground = foreground
        self.background = background
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { text }

    private static func own(_ value: Value) -> HostMessage? { value.asObject(HostMessage.self) }

    private static let objectType = ObjectType(
        "System.Management.Automation.HostInformationMessage", base: .object,
        members: [
            .property("Message", "string") { .string(own($0)?.text ?? "") },
            .property("NoNewLine", "bool") { .bool(!(own($0)?.newline ?? true)) },
            .property("ForegroundColor", "System.ConsoleColor") { own($0)?.foreground.map { .string($0) } ?? .null },
            .property("BackgroundColor", "System.ConsoleColor") { own($0)?.background.map { .string($0) } ?? .null },
        ])
}
