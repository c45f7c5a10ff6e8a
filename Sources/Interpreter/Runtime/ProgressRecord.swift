import Values

/// System.Management.Automation.ProgressRecord: an update of Write-Progress.
public final class ProgressRecord: Object {
    /// ActivityId: the bar that the record updates.
    public var id: Int
    /// Activity: the first line of the bar.
    public var activity: String
    /// StatusDescription: the state of the activity.
    public var status: String
    /// CurrentOperation: the line below the bar.
    public var operation = ""
    /// PercentComplete, 0 to 100; -1: no bar.
    public var percent = -1
    /// SecondsRemaining; -1: unknown.
    public var seconds = -1
    /// ParentActivityId; -1: none.
    public var parentID = -1
    /// Whether the bar is to be removed (RecordType Completed).
    public var isCompleted = false

    /// Makes a record of a running activity.
    public init(id: Int, activity: String, status: String) {
        self.id = id
        self.activity = activity
        self.status = status
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? {
        "parent = \(parentID) id = \(id) act = \(activity) stat = \(status) cur = \(operation) pct = \(percent) sec = \(seconds) type = \(kind)"
    }

    private var kind: String { isCompleted ? "Completed" : "Processing" }

    private static func own(_ value: Value) -> ProgressRecord? { value.asObject(ProgressRecord.self) }

    private static func number(_ name: String, _ path: any ReferenceWritableKeyPath<ProgressRecord, Int> & Sendable) -> Member {
        .property(name, "int", set: { own($0)?[keyPath: path] = Int(try Conversion.int32($1)) }) {
            Value.integer(own($0)?[keyPath: path] ?? -1)
        }
    }

    private static func text(_ name: String, _ path: any ReferenceWritableKeyPath<ProgressRecord, String> & Sendable) -> Member {
        .property(name, "string", set: { own($0)?[keyPath: path] = $1.displayText }) { .string(own($0)?[keyPath: path] ?? "") }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.ProgressRecord", base: .object,
        members: [
            number("ActivityId", \.id), number("ParentActivityId", \.parentID), text("Activity", \.activity),
            text("StatusDescription", \.status), text("CurrentOperation", \.operation), number("PercentComplete", \.percent),
            number("SecondsRemaining", \.seconds),
            .property("RecordType", "System.Management.Automation.ProgressRecordType") { .string(own($0)?.kind ?? "") },
        ],
        construct: { .object(ProgressRecord(id: $0.int(0), activity: $0.string(1), status: $0.string(2))) })
}
