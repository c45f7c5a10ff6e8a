/// `$PSStyle.Progress`.
public final class ProgressStyle: Object {
    /// The escape sequence before a progress bar.
    public internal(set) var style = StyleSection.escape("33;1")
    /// The widest bar, in columns; at least 18.
    public internal(set) var maximumWidth = 120
    var isClassic = false
    var usesOSCIndicator = false

    public override var type: ObjectType { StyleTypes.progress }
}

extension StyleTypes {
    private static func progress(_ value: Value) -> ProgressStyle? { value.asObject(ProgressStyle.self) }

    static let progress = ObjectType(
        "System.Management.Automation.PSStyle+ProgressConfiguration", base: .object,
        members: [
            .property("Style", "string", set: { progress($0)?.style = try StyleSection.sequences($1) }) { value in
                .string(progress(value)?.style ?? "")
            },
            .property(
                "MaxWidth", "int",
                set: { value, width in
                    let columns = try Conversion.int32(width)
                    guard columns >= 18 else {
                        throw ValueError(
                            "The width of the progress bar must be at least 18 columns, not \(columns).",
                            id: "ExceptionWhenSetting",
                            exception: "System.Management.Automation.SetValueInvocationException", category: "NotSpecified")
                    }
                    progress(value)?.maximumWidth = Int(columns)
                }
            ) { .int(Int32(clamping: progress($0)?.maximumWidth ?? 120)) },
            .property(
                "View", "System.Management.Automation.ProgressView",
                set: { progress($0)?.isClassic = try Conversion.integer(try Conversion.convert($1, to: .progressView)) == 1 }
            ) { .object(EnumObject(.progressView, rawValue: progress($0)?.isClassic == true ? 1 : 0)) },
            .property("UseOSCIndicator", "bool", set: { progress($0)?.usesOSCIndicator = Conversion.bool($1) }) { value in
                .bool(progress(value)?.usesOSCIndicator ?? false)
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+ProgressConfiguration") { StyleTypes.progress }
}
