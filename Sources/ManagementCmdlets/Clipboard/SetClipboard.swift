import CmdletKit
import FoundationEssentials
import Interpreter
import Values

/// Set-Clipboard.
struct SetClipboard: Cmdlet {
    private var value: [String] = []
    private var append: Switch = false
    private var passThru: Switch = false
    private var asOSC52: Switch = false
    private var lines: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Set-Clipboard", aliases: ["scb"], synopsis: "Sets the text of the clipboard.", confirms: true,
        parameters: [
            Parameter(
                "Value", \.value, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "The lines."),
            Parameter("Append", \.append, help: "Adds to what is there."),
            Parameter("PassThru", \.passThru, help: "Writes the values as well."),
            Parameter(
                "AsOSC52", \.asOSC52, aliases: ["ToLocalhost"],
                help: "Sends the text to the clipboard of the terminal, also through ssh."),
        ],
        outputs: ["System.String"],
        examples: [Example("Get-Date | Set-Clipboard -AsOSC52", "Puts the time in the terminal's clipboard.", runs: .never)])

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
