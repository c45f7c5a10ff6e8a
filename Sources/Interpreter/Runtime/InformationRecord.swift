import Glibc
import LinuxSystem
import Values

/// System.Management.Automation.InformationRecord: what Write-Information and Write-Host write to stream 6.
public final class InformationRecord: Object {
    /// The object that was written; a `HostMessage` for Write-Host.
    public let messageData: Value
    /// The command or script that wrote it.
    public let source: String
    /// The tags of Write-Information; `PSHOST` for Write-Host.
    public let tags: [String]
    private let time = DateTime.now()

    /// Makes a record of the current time.
    public init(_ messageData: Value, tags: [String], source: String) {
        self.messageData = messageData
        self.tags = tags
        self.source = source
        super.init()
    }

    /// The message of Write-Host in the record; nil in a record of Write-Information.
    public var hostMessage: HostMessage? { messageData.asObject(HostMessage.self) }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { messageData.displayText }

    private static func own(_ value: Value) -> InformationRecord? { value.asObject(InformationRecord.self) }

    /// The type, its members as PowerShell's.
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

/// System.Management.Automation.HostInformationMessage: a message of Write-Host with its colours.
public final class HostMessage: Object {
    /// The text to show.
    public let text: String
    /// Whether a line break follows the text (without -NoNewline).
    public let newline: Bool
    /// The name of the foreground's System.ConsoleColor; nil: the terminal's own.
    public let foreground: String?
    /// The name of the background's System.ConsoleColor; nil: the terminal's own.
    public let background: String?

    /// Makes a message; colours are names of System.ConsoleColor.
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
