/// The sequences of `$PSStyle` as every session finds them.
public enum StyleLayouts {
    private static let colours = ["Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"]

    private static func colours(_ first: Int, bright: Int) -> [(name: String, code: String)] {
        colours.enumerated().map { ($1, "\(first + $0)") } + colours.enumerated().map { ("Bright" + $1, "\(bright + $0)") }
    }

    static let foreground = StyleSection.Layout(
        typeName: "System.Management.Automation.PSStyle+ForegroundColor", entries: colours(30, bright: 90), isWritable: false)
    static let background = StyleSection.Layout(
        typeName: "System.Management.Automation.PSStyle+BackgroundColor", entries: colours(40, bright: 100), isWritable: false)

    static let formatting = StyleSection.Layout(
        typeName: "System.Management.Automation.PSStyle+FormattingData",
        entries: [
            ("FormatAccent", "32;1"), ("TableHeader", "32;1"), ("CustomTableHeaderLabel", "32;1;3"), ("ErrorAccent", "36;1"),
            ("Error", "31;1"), ("Warning", "33;1"), ("Verbose", "33;1"), ("Debug", "33;1"), ("FeedbackName", "33"),
            ("FeedbackText", "96"), ("FeedbackAction", "97"),
        ], isWritable: true)

    static let fileInfo = StyleSection.Layout(
        typeName: "System.Management.Automation.PSStyle+FileInfoFormatting",
        entries: [("Directory", "44;1"), ("SymbolicLink", "36;1"), ("Executable", "32;1")], isWritable: true)

    /// The sequences that `$PSStyle` has itself, beside its groups.
    public static let text: [(name: String, code: String)] = [
        ("Reset", "0"), ("BlinkOff", "25"), ("Blink", "5"), ("BoldOff", "22"), ("Bold", "1"), ("DimOff", "22"), ("Dim", "2"),
        ("Hidden", "8"), ("HiddenOff", "28"), ("Reverse", "7"), ("ReverseOff", "27"), ("ItalicOff", "23"), ("Italic", "3"),
        ("UnderlineOff", "24"), ("Underline", "4"), ("StrikethroughOff", "29"), ("Strikethrough", "9"),
    ]

    /// The names in a group, as views list them.
    public static func names(_ group: String) -> [String] {
        switch group {
        case "Formatting": formatting.entries.map(\.name)
        case "FileInfo": fileInfo.entries.map(\.name)
        case "Foreground": foreground.entries.map(\.name)
        case "Background": background.entries.map(\.name)
        case "Progress": ["Style", "MaxWidth", "View", "UseOSCIndicator"]
        default: []
        }
    }
}
