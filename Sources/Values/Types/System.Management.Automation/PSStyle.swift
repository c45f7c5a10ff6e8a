/// `$PSStyle`: how the session renders text (System.Management.Automation.PSStyle, about_ANSI_Terminals).
public final class StyleObject: Object {
    /// What happens to escape sequences in output.
    public enum Rendering: Int64, Sendable {
        /// Kept on a terminal, left out elsewhere.
        case host = 0
        case plainText
        case ansi
    }

    /// What happens to escape sequences in output.
    public var rendering = Rendering.host
    // Made when they are asked for: their types cost the shell's start a twentieth.
    /// `$PSStyle.Formatting`.
    public private(set) lazy var formatting = StyleSection(StyleLayouts.formatting, StyleTypes.formatting)
    private(set) lazy var foreground = StyleSection(StyleLayouts.foreground, StyleTypes.foreground)
    private(set) lazy var background = StyleSection(StyleLayouts.background, StyleTypes.background)
    /// `$PSStyle.FileInfo`.
    public private(set) lazy var fileInfo = FileInfoStyles(StyleLayouts.fileInfo, StyleTypes.fileInfo)
    /// `$PSStyle.Progress`.
    public private(set) lazy var progress = ProgressStyle()

    public override init() { super.init() }
    public override var type: ObjectType { StyleTypes.style }

    /// Whether output keeps escape sequences.
    /// - Parameter isTerminal: whether it goes to a terminal.
    public func keepsEscapes(isTerminal: Bool) -> Bool {
        switch rendering {
        case .host: isTerminal
        case .plainText: false
        case .ansi: true
        }
    }

    /// The sequence that ends every style.
    public static let reset = StyleSection.escape("0")

    /// A text in a style, as it stands between the sequence and Reset.
    public func wrap(_ text: String, in sequence: String) -> String { sequence.isEmpty ? text : sequence + text + Self.reset }
}

/// The types of `$PSStyle` and its groups.
public enum StyleTypes {
    // MARK: Files

    // MARK: The whole

    private static func own(_ value: Value) -> StyleObject? { value.asObject(StyleObject.self) }

    private static func group(
        _ name: String, _ type: String, _ read: @escaping @Sendable (StyleObject) -> Object
    ) -> Member {
        .property(name, type) { value in own(value).map { .object(read($0)) } ?? .null }
    }

    /// System.Management.Automation.PSStyle.
    public static let style = ObjectType(
        "System.Management.Automation.PSStyle", base: .object,
        members: StyleLayouts.text.map { entry in .property(entry.name, "string") { _ in .string(StyleSection.escape(entry.code)) }
        } + [
            .property(
                "OutputRendering", "System.Management.Automation.OutputRendering",
                set: { value, new in
                    let number = try Conversion.integer(try Conversion.convert(new, to: .outputRendering))
                    own(value)?.rendering = StyleObject.Rendering(rawValue: number) ?? .host
                }
            ) { .object(EnumObject(.outputRendering, rawValue: own($0)?.rendering.rawValue ?? 0)) },
            .method("FormatHyperlink", "string text", "uri link", returns: "string") { _, arguments in
                .string("\u{1B}]8;;\(arguments.string(1))\u{1B}\\\(arguments.string(0))\u{1B}]8;;\u{1B}\\")
            },
            group("Formatting", StyleLayouts.formatting.typeName) { $0.formatting },
            group("Progress", "System.Management.Automation.PSStyle+ProgressConfiguration") { $0.progress },
            group("FileInfo", StyleLayouts.fileInfo.typeName) { $0.fileInfo },
            group("Foreground", StyleLayouts.foreground.typeName) { $0.foreground },
            group("Background", StyleLayouts.background.typeName) { $0.background },
        ],
        statics: [
            .function("MapForegroundColorToEscapeSequence", "System.ConsoleColor foregroundColor", returns: "string") {
                try StyleColours.sequence($0[0], 30, 90)
            },
            .function("MapBackgroundColorToEscapeSequence", "System.ConsoleColor backgroundColor", returns: "string") {
                try StyleColours.sequence($0[0], 40, 100)
            },
            .function(
                "MapColorPairToEscapeSequence", "System.ConsoleColor foregroundColor", "System.ConsoleColor backgroundColor",
                returns: "string"
            ) { .string(try StyleColours.sequence($0[0], 30, 90).displayText + StyleColours.sequence($0[1], 40, 100).displayText) },
        ])

}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle", "psstyle") { StyleTypes.style }
}
