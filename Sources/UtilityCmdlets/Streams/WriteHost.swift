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

/// Write-Host.
struct WriteHost: Cmdlet {
    var object: Value = .nothing
    var noNewline: Switch = false
    var separator = " "
    var foreground: ConsoleColor?
    var background: ConsoleColor?

    static let declaration = CmdletDeclaration<WriteHost>(
        "Write-Host", synopsis: "Shows text to the user.",
        description: """
            Sends the texts of its objects to the information stream, from which the host shows them at once; the \
            pipeline and variables get nothing. The redirection 6> catches or hides them. Colours are shown on a \
            terminal only.
            """,
        parameters: [
            Parameter(
                \.object, aliases: ["Msg", "Message"],
                memberships: [.init(position: 0, pipeline: .byValue, takesRemaining: true)],
                help: "The objects to show; all arguments are taken, and elements of collections stand in a row."),
            Parameter(\.noNewline, help: "Does not end the line, so that the next text follows on it."),
            Parameter(\.separator, default: "a blank", help: "The text between several objects; a blank without it."),
            Parameter(
                \.foreground, named: "ForegroundColor",
                help: "The colour of the text: one of .NET's 16 console colours, such as Red, DarkGreen or White."),
            Parameter(
                \.background, named: "BackgroundColor", help: "The colour behind the text: one of .NET's 16 console colours."),
        ],
        examples: [
            Example("Write-Host 1 2 -Separator ', '", "Shows two objects on a line.", output: "1, 2"),
            Example(
                "$got = Write-Host 'for the user'; $null -eq $got",
                "The pipeline gets nothing.",
                output: "for the user\nTrue"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.writeHost(
            text(object, depth: 0), newline: !noNewline.isOn, foreground: foreground?.rawValue, background: background?.rawValue)
    }

    private func text(_ value: Value, depth: Int) -> String {
        guard let elements = value.enumerated, depth < 4 else { return value.displayText }
        return elements.map { text($0, depth: depth + 1) }.joined(separator: separator)
    }
}
