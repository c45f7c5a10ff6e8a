/// The types of `$PSStyle` and its groups.
public enum StyleTypes {
    static let rendering = ObjectType.enumeration(
        "System.Management.Automation.OutputRendering", Enumeration(["Host", "PlainText", "Ansi"]))
    private static let progressView = ObjectType.enumeration(
        "System.Management.Automation.ProgressView", Enumeration(["Minimal", "Classic"]))

    // MARK: Colours

    /// System.ConsoleColor's numbers as those of the terminal.
    private static let consoleColours = [0, 4, 2, 6, 1, 5, 3, 7]

    private static func consoleColour(_ value: Value, _ plain: Int, _ bright: Int) throws -> Value {
        let number = try Conversion.integer(try Conversion.convert(value, to: StringEnumerations.consoleColor))
        guard (0..<16).contains(number) else { return .string("") }
        // Gray is the terminal's white, DarkGray its bright black.
        return .string(StyleSection.escape("\((number < 8 ? plain : bright) + consoleColours[Int(number) % 8])"))
    }

    private static func colourMethods(_ selector: Int, _ plain: Int, _ bright: Int) -> [Member] {
        [
            .method(
                "FromRgb",
                overloads: [
                    Overload(["byte red", "byte green", "byte blue"], returns: "string") { _, arguments in
                        let parts = try (0..<3).map { try Conversion.int32(arguments[$0]) }
                        return .string(StyleSection.escape("\(selector);2;\(parts[0]);\(parts[1]);\(parts[2])"))
                    },
                    Overload(["int rgb"], returns: "string") { _, arguments in
                        let rgb = try Conversion.int32(arguments[0])
                        return .string(
                            StyleSection.escape("\(selector);2;\((rgb >> 16) & 0xFF);\((rgb >> 8) & 0xFF);\(rgb & 0xFF)"))
                    },
                ]),
            .method("FromConsoleColor", "System.ConsoleColor color", returns: "string") { _, arguments in
                try consoleColour(arguments[0], plain, bright)
            },
        ]
    }

    static let foreground = StyleSection.type(StyleLayouts.foreground, methods: colourMethods(38, 30, 90))
    static let background = StyleSection.type(StyleLayouts.background, methods: colourMethods(48, 40, 100))
    static let formatting = StyleSection.type(StyleLayouts.formatting)

    // MARK: Files

    private static func extensions(_ value: Value) -> FileExtensionStyles? { value.asObject(FileExtensionStyles.self) }

    static let fileInfo = ObjectType(
        StyleLayouts.fileInfo.typeName, base: StyleSection.type(StyleLayouts.fileInfo),
        members: [
            .property("Extension", "System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary") { value in
                (value.asObject(StyleSection.self) as? FileInfoStyles).map { .object($0.extensions) } ?? .null
            }
        ])

    static let extensions = ObjectType(
        "System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary", base: .object,
        members: [
            .property("Keys", "System.Collections.Generic.IEnumerable[string]") { value in
                .array((extensions(value)?.names ?? []).map { .string($0) })
            },
            .method("Add", "string extension", "string decoration", returns: "void") { value, arguments in
                extensions(value)?.set(try FileExtensionStyles.key(arguments[0]), try StyleSection.sequences(arguments[1]))
                return .nothing
            },
            .method("Remove", "string extension", returns: "void") { value, arguments in
                extensions(value)?.remove(try FileExtensionStyles.key(arguments[0]))
                return .nothing
            },
            .method("Clear", returns: "void") { value, _ in
                extensions(value)?.removeAll()
                return .nothing
            },
            .method("ContainsKey", "string extension", returns: "bool") { value, arguments in
                .bool(extensions(value)?[arguments.string(0)] != nil)
            },
        ])

    // MARK: Progress

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
                set: { progress($0)?.isClassic = try Conversion.integer(try Conversion.convert($1, to: progressView)) == 1 }
            ) { .object(EnumObject(progressView, rawValue: progress($0)?.isClassic == true ? 1 : 0)) },
            .property("UseOSCIndicator", "bool", set: { progress($0)?.usesOSCIndicator = Conversion.bool($1) }) { value in
                .bool(progress(value)?.usesOSCIndicator ?? false)
            },
        ])

    // MARK: The whole

    private static func own(_ value: Value) -> StyleObject? { value.asObject(StyleObject.self) }

    private static func group(
        _ name: String, _ type: String, _ read: @escaping @Sendable (StyleObject) -> Object
    ) -> Member {
        .property(name, type) { value in own(value).map { .object(read($0)) } ?? .null }
    }

    public static let style = ObjectType(
        "System.Management.Automation.PSStyle", base: .object,
        members: StyleLayouts.text.map { entry in .property(entry.name, "string") { _ in .string(StyleSection.escape(entry.code)) }
        } + [
            .property(
                "OutputRendering", "System.Management.Automation.OutputRendering",
                set: { value, new in
                    let number = try Conversion.integer(try Conversion.convert(new, to: rendering))
                    own(value)?.rendering = StyleObject.Rendering(rawValue: number) ?? .host
                }
            ) { .object(EnumObject(rendering, rawValue: own($0)?.rendering.rawValue ?? 0)) },
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
                try consoleColour($0[0], 30, 90)
            },
            .function("MapBackgroundColorToEscapeSequence", "System.ConsoleColor backgroundColor", returns: "string") {
                try consoleColour($0[0], 40, 100)
            },
            .function(
                "MapColorPairToEscapeSequence", "System.ConsoleColor foregroundColor", "System.ConsoleColor backgroundColor",
                returns: "string"
            ) { .string(try consoleColour($0[0], 30, 90).displayText + consoleColour($0[1], 40, 100).displayText) },
        ])

    static let all: [(ObjectType, [String])] = [(style, ["psstyle"]), (rendering, ["outputrendering"]), (progressView, [])]
}
