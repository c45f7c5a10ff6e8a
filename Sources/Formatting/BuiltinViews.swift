import Values

/// The views of the language's own types, as PowerShell's format files define them (DotNetTypes and PowerShellCore).
enum BuiltinViews {
    static let all: [View] = [
        View(
            "Dictionary", for: "System.Collections.DictionaryEntry",
            shape: .table([ViewColumn("Name", width: 30, alignment: .left), ViewColumn("Value", alignment: .left)])),
        View(
            "DateTime", for: "System.DateTime",
            shape: .custom { value in
                guard let date = value.asObject(DateTimeObject.self)?.date else { return [value.displayText] }
                return [DateFormat.format(date, "dddd, MMMM d, yyyy h:mm:ss tt")]
            }),
        View(
            "TimeSpan", for: "System.TimeSpan",
            shape: .list(
                [
                    "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes",
                    "TotalSeconds", "TotalMilliseconds",
                ].map { ViewColumn($0) })),
        View("Guid", for: "System.Guid", shape: .table([ViewColumn(label: "Guid") { .string($0.displayText) }])),
        View(
            "Version", for: "System.Version",
            shape: .table(
                [("Major", 6), ("Minor", 6), ("Build", 6), ("Revision", 8)].map { ViewColumn($0, width: $1, alignment: .left) })),
        View(
            "Type", for: "System.RuntimeType",
            shape: .table([
                ViewColumn(label: "IsPublic", width: 8, alignment: .left) { _ in .bool(true) },
                ViewColumn(label: "IsSerial", width: 8, alignment: .left) { value in
                    .bool(value.asObject(TypeObject.self)?.represented.isSerializable ?? false)
                },
                ViewColumn(label: "Name", width: 40, alignment: .left) { value in
                    .string(value.asObject(TypeObject.self)?.represented.shortName ?? "")
                },
                ViewColumn(label: "BaseType", alignment: .left) { value in
                    .string(value.asObject(TypeObject.self)?.represented.base?.name ?? "")
                },
            ])),
        View("ScriptBlock", for: "System.Management.Automation.ScriptBlock", shape: .text { [$0.displayText] }),
        View(
            "Member", for: "Microsoft.PowerShell.Commands.MemberDefinition",
            shape: .table([ViewColumn("Name"), ViewColumn("MemberType"), ViewColumn("Definition")].map(left)),
            grouping: View.Grouping(property: "TypeName")),
        View(
            "GroupInfo", for: "Microsoft.PowerShell.Commands.GroupInfo",
            shape: .table([
                ViewColumn("Count", width: 5, alignment: .right), ViewColumn("Name", width: 25, alignment: .left),
                ViewColumn("Group", alignment: .left),
            ])),
        View(
            "GroupInfoNoElement", for: "Microsoft.PowerShell.Commands.GroupInfoNoElement",
            shape: .table([
                ViewColumn("Count", width: 5, alignment: .right), ViewColumn("Name", alignment: .left),
            ])),
        View(
            "Measure", for: "Microsoft.PowerShell.Commands.GenericMeasureInfo",
            shape: .list(
                ["Count", "Average", "Sum", "Maximum", "Minimum", "StandardDeviation", "Property"].map { ViewColumn($0) })),
        View(
            "TextMeasure", for: "Microsoft.PowerShell.Commands.TextMeasureInfo",
            shape: .table(["Lines", "Words", "Characters", "Property"].map { ViewColumn($0) })),
    ]

    private static func left(_ column: ViewColumn) -> ViewColumn {
        ViewColumn(label: column.label, width: column.width, alignment: .left, format: column.format, value: column.value)
    }
}
