import Formatting
import Values

/// The format views of `$PSStyle` and its parts: each escape sequence as readable text, in the style that it sets.
enum StyleViews {
    private static func sample(_ name: String) -> ViewColumn {
        ViewColumn(label: name, alignment: .left) { value in
            let code = value.property(name)?.displayText ?? ""
            return .string(code + code.replacing("\u{1B}", with: "`e") + StyleObject.reset)
        }
    }

    private static func list(_ type: String, _ columns: [ViewColumn]) -> View { View("style", for: type, shape: .list(columns)) }

    private static let prefix = "System.Management.Automation.PSStyle"

    static let all: [View] =
        [
            list(
                prefix,
                StyleLayouts.text.map { sample($0.name) } + [ViewColumn("OutputRendering")]
                    + ["Formatting", "Progress", "FileInfo", "Foreground", "Background"].flatMap { group in
                        StyleLayouts.names(group).map { name in
                            ViewColumn(label: "\(group).\(name)", alignment: .left) { value in
                                let code = value.property(group)?.property(name)?.displayText ?? ""
                                return .string(
                                    code + code.replacing("\u{1B}", with: "`e")
                                        + (code.hasPrefix("\u{1B}") ? StyleObject.reset : ""))
                            }
                        }
                    }),
            list(prefix + "+FormattingData", StyleLayouts.names("Formatting").map(sample)),
            list(
                prefix + "+ProgressConfiguration",
                [sample("Style"), ViewColumn("MaxWidth"), ViewColumn("View"), ViewColumn("UseOSCIndicator")]),
            list(
                prefix + "+FileInfoFormatting",
                StyleLayouts.names("FileInfo").map(sample) + [
                    ViewColumn(label: "Extension", alignment: .left) { value in
                        let extensions = value.property("Extension")
                        let names = extensions?.property("Keys")?.enumerated ?? []
                        return .string(names.map(\.displayText).joined(separator: ","))
                    }
                ]),
            list(prefix + "+ForegroundColor", StyleLayouts.names("Foreground").map(sample)),
            list(prefix + "+BackgroundColor", StyleLayouts.names("Background").map(sample)),
        ]
}
