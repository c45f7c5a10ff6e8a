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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.InformationRecord") { InformationRecord.objectType }
}
