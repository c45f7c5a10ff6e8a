import CmdletKit
import FoundationEssentials
import Interpreter
import Values

/// Set-Clipboard: writes the desktop's clipboard, or with -AsOSC52 that of the terminal.
struct SetClipboard: Cmdlet {
    private var value: [String] = []
    private var append: Switch = false
    private var passThru: Switch = false
    private var asOSC52: Switch = false
    private var lines: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Set-Clipboard", aliases: ["scb"], synopsis: "Sets the text of the desktop's clipboard.",
        description: """
            Takes texts from the pipeline; several become lines of one text. Writes the clipboard through wl-copy \
            (package wl-clipboard) on Wayland and through xclip on X11. With -AsOSC52 an escape sequence hands the \
            text to the terminal, which works through ssh as well, where the terminal allows it. Writes nothing \
            unless -PassThru is given.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.value, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection],
                help: "The texts; an empty one clears the clipboard."),
            Parameter(\.append, help: "Adds the texts to what the clipboard holds."),
            Parameter(\.passThru, help: "Writes the texts as well."),
            Parameter(
                \.asOSC52, aliases: ["ToLocalhost"],
                help: "Sends the text to the clipboard of the terminal with the escape sequence OSC 52."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("Get-Date | Set-Clipboard -AsOSC52", "The time, in the clipboard of the terminal.", runs: .never),
            Example("'one', 'two' | Set-Clipboard -PassThru", "Two lines.", output: "one\ntwo", runs: .never),
            Example("Set-Clipboard more -Append", "One line more.", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { lines += value }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        var text = lines.joined(separator: "\n")
        guard try runtime.shouldProcess(target: text, action: "Set-Clipboard") else { return }
        if asOSC52.isOn {
            let engine = try runtime.service(Engine.self)
            guard engine.host.usesColour else {
                throw ValueError(
                    "Set-Clipboard -AsOSC52 speaks to a terminal that takes escape sequences, and output goes to none.",
                    id: "ClipboardNotAvailable", exception: "System.InvalidOperationException", category: "ResourceUnavailable")
            }
            let code = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
            engine.host.transcripts.pausing {
                engine.host.writeText(code, newline: false, foreground: nil, background: nil)
            }
        } else {
            let environment = try runtime.service(Engine.self).environment
            if append.isOn {
                let old = try runtime.blocking { try SystemClipboard(environment: environment).read() }
                if !old.isEmpty { text = old + "\n" + text }
            }
            let whole = text
            try runtime.blocking { try SystemClipboard(environment: environment).write(whole) }
        }
        if passThru.isOn { try runtime.writeAll(lines.map { .string($0) }) }
    }
}
