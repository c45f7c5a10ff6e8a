import CmdletKit
import Values

/// System.ConsoleColor.
enum ConsoleColor: String, ParameterEnumeration {
    case black = "Black"
    case darkBlue = "DarkBlue"
    case darkGreen = "DarkGreen"
    case darkCyan = "DarkCyan"
    case darkRed = "DarkRed"
    case darkMagenta = "DarkMagenta"
    case darkYellow = "DarkYellow"
    case gray = "Gray"
    case darkGray = "DarkGray"
    case blue = "Blue"
    case green = "Green"
    case cyan = "Cyan"
    case red = "Red"
    case magenta = "Magenta"
    case yellow = "Yellow"
    case white = "White"

    static let enumerationName = "System.ConsoleColor"
}

/// Write-Host: text straight to the user.
struct WriteHost: Cmdlet {
    var object: Value = .nothing
    var noNewline: Switch = false
    var separator = " "
    var foreground: ConsoleColor?
    var background: ConsoleColor?

    static let declaration = CmdletDeclaration<WriteHost>(
        "Write-Host", synopsis: "Writes customized output to a host.",
        description: "The text goes to the information stream, which the host shows at once; it is no output of the pipeline.",
        parameters: [
            Parameter(
                "Object", \.object, aliases: ["Msg", "Message"],
                memberships: [.init(position: 0, pipeline: .byValue, takesRemaining: true)], help: "What to show."),
            Parameter("NoNewline", \.noNewline, help: "Leaves the line open."),
            Parameter("Separator", \.separator, default: "a blank", help: "What stands between several objects."),
            Parameter("ForegroundColor", \.foreground, help: "The text's colour."),
            Parameter("BackgroundColor", \.background, help: "The colour behind the text."),
        ],
        examples: [Example("Write-Host 1 2 -Separator ', '", "Shows two objects on a line.", output: "1, 2")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.writeHost(
            text(object, depth: 0), newline: !noNewline.isOn, foreground: foreground?.rawValue, background: background?.rawValue)
    }

    private func text(_ value: Value, depth: Int) -> String {
        guard let elements = value.enumerated, depth < 4 else { return value.displayText }
        return elements.map { text($0, depth: depth + 1) }.joined(separator: separator)
    }
}
