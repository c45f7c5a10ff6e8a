import Interpreter
import Values

/// `$Host.UI.PromptForChoice`: asks until an answer is one of the choices.
enum ChoicePrompt {
    /// Writes the caption, the message and the choices to the host and reads an answer; `?` writes the help of the choices.
    /// - Parameter preferred: the index of the choice that an empty answer takes; negative for none.
    /// - Returns: the index of the choice.
    /// - Throws: `ValueError` if there is no choice, if `preferred` is none of them, or if input has ended or the shell runs with
    ///   -NonInteractive.
    static func ask(caption: String, message: String, choices: [ChoiceDescription], preferred: Int, _ engine: Engine) throws -> Int
    {
        guard !choices.isEmpty, preferred < choices.count else {
            throw ValueError(
                "There must be a choice, and the default one of them; \(choices.count) were given.",
                id: "ArgumentException", exception: "System.ArgumentException")
        }
        let host = engine.host
        for line in [""] + [caption, message].filter({ !$0.isEmpty }) {
            host.writeText(line, newline: true, foreground: nil, background: nil)
        }
        let offered = choices.map { "[\($0.key)] \($0.name)" }.joined(separator: "  ") + "  [?] Help"
        let suggestion = preferred < 0 ? "" : " (default is \"\(choices[preferred].key)\")"
        while true {
            guard let line = try engine.readLine(prompt: offered + suggestion + ": ") else {
                throw ValueError(
                    "Nobody can choose: input has ended, or the shell runs with -NonInteractive. \(message)",
                    id: "InvalidOperation", exception: "System.Management.Automation.Host.HostException")
            }
            let answer = line.trimmingSpaces()
            if answer.isEmpty, preferred >= 0 { return preferred }
            if answer == "?" {
                for choice in choices {
                    host.writeText("\(choice.key) - \(choice.help)", newline: true, foreground: nil, background: nil)
                }
            }
            if let place = choices.firstIndex(where: { $0.key.equalsIgnoringCase(answer) || $0.name.equalsIgnoringCase(answer) }),
                !answer.isEmpty
            {
                return place
            }
        }
    }
}
