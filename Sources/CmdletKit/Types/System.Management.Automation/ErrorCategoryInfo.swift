import Values

/// System.Management.Automation.ErrorCategoryInfo: a live view of an error record, whose writable properties change the record.
final class ErrorCategoryInfo: Object {
    private let record: ErrorRecord

    init(_ record: ErrorRecord) {
        self.record = record
        super.init()
    }

    private var activity: String { record.categoryActivity ?? record.commandName }
    private var reason: String { record.categoryReason ?? record.exception.type.shortName }
    private var targetName: String { record.categoryTargetName ?? record.target.displayText }
    private var targetType: String {
        record.categoryTargetType ?? (record.target.isNull ? "" : record.target.type.shortName)
    }

    override var stringForm: String? {
        "\(record.category): (\(targetName):\(targetType)) [\(activity)], \(reason)"
    }
    override var type: ObjectType { Self.objectType }

    private static func text(
        _ name: String, _ read: @escaping @Sendable (ErrorCategoryInfo) -> String,
        _ write: @escaping @Sendable (ErrorRecord, String) -> Void
    ) -> Member {
        .property(
            name, "string",
            set: { value, text in
                if let info = value.asObject(ErrorCategoryInfo.self) { write(info.record, text.displayText) }
            }
        ) { value in .string(value.asObject(ErrorCategoryInfo.self).map(read) ?? "") }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.ErrorCategoryInfo", base: .object,
        members: [
            .property("Category", ErrorCategory.type.name) { value in
                let name = value.asObject(ErrorCategoryInfo.self)?.record.category ?? ""
                return (try? Conversion.convert(.string(name), to: ErrorCategory.type)) ?? .string(name)
            },
            text("Activity", { $0.activity }) { $0.categoryActivity = $1 },
            text("Reason", { $0.reason }) { $0.categoryReason = $1 },
            text("TargetName", { $0.targetName }) { $0.categoryTargetName = $1 },
            text("TargetType", { $0.targetType }) { $0.categoryTargetType = $1 },
            .method("GetMessage", returns: "string") { value, _ in .string(value.displayText) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ErrorCategoryInfo") { ErrorCategoryInfo.objectType }
}
