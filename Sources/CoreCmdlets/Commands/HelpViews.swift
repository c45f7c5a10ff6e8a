import Formatting
import Values

/// The format views of help: lines of text.
enum HelpViews {
    static let all: [View] = [
        View(
            "Help", for: "HelpInfo", shape: .text { $0.asObject(HelpObject.self)?.lines ?? [$0.displayText] }),
        View(
            "HelpText", for: "MamlTextItem",
            shape: .text {
                ($0.property("Text")?.displayText ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }),
    ]
}
