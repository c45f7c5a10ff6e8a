import Engine
import LineEditing

/// Where the prompt's lines come from.
protocol LineSource: AnyObject {
    /// - Parameter begun: the lines of the entry that came before, for completion.
    func next(prompt: String, behind begun: String) -> LineResult
    /// Keeps an entry for later.
    func remember(_ entry: String)
}

/// A terminal, with editing and the user's history.
final class TerminalLines: LineSource {
    private let editor: LineEditor
    private let history: any LineHistory
    private let begun: Begun

    /// What completion reads while the editor has the line.
    private final class Begun {
        var text = ""
    }

    init?(interrupt: Interrupt, history: any LineHistory, complete: @escaping (String, Int) -> CompletionSet?) {
        let begun = Begun()
        let editor = LineEditor(
            interruption: {
                defer { interrupt.clear() }
                return interrupt.isRequested
            },
            completer: { line, cursor in
                guard !begun.text.isEmpty else { return complete(line, cursor) }
                // A line of a longer entry is completed as part of it.
                return complete(begun.text + "\n" + line, begun.text.utf8.count + 1 + cursor)
            })
        guard let editor else { return nil }
        self.editor = editor
        self.begun = begun
        self.history = history
    }

    func next(prompt: String, behind begun: String) -> LineResult {
        self.begun.text = begun
        // What other shells entered meanwhile comes in before this one's next line.
        for entry in history.newEntries() { editor.remember(entry) }
        return editor.readLine(prompt: prompt)
    }

    func remember(_ entry: String) {
        editor.remember(entry)
        history.append(entry)
    }
}

/// Standard input that is no terminal: no prompt is shown.
final class PlainLines: LineSource {
    private let input: LineInput
    init(_ input: LineInput) { self.input = input }
    func next(prompt: String, behind begun: String) -> LineResult { input.next().map { .line($0) } ?? .endOfInput }
    func remember(_ entry: String) {}
}
