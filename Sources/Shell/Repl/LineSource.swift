import Interpreter
import LineEditing

/// The source of the prompt's lines.
protocol LineSource: AnyObject {
    /// Reads the next line.
    /// - Parameters:
    ///   - prompt: the text before the line; shown only on a terminal.
    ///   - begun: the earlier lines of the same entry, which completion needs.
    func next(prompt: String, behind begun: String) -> LineResult
    /// Adds a complete entry to the history.
    func remember(_ entry: String)
}

/// Lines from a terminal, with editing and history.
final class TerminalLines: LineSource {
    private let editor: LineEditor
    private let history: any LineHistory
    private let begun: Begun

    /// The earlier lines of the entry. Its own object, so that the completion closure does not refer to the whole source.
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
                // A line of a longer entry is completed as a part of that entry.
                return complete(begun.text + "\n" + line, begun.text.utf8.count + 1 + cursor)
            })
        guard let editor else { return nil }
        self.editor = editor
        self.begun = begun
        self.history = history
    }

    func next(prompt: String, behind begun: String) -> LineResult {
        self.begun.text = begun
        // Entries that other shells have added meanwhile come before this shell's next one.
        for entry in history.newEntries() { editor.remember(entry) }
        return editor.readLine(prompt: prompt)
    }

    func remember(_ entry: String) {
        editor.remember(entry)
        history.append(entry)
    }
}

/// Lines from standard input that is no terminal; no prompt is shown.
final class PlainLines: LineSource {
    private let input: LineInput
    init(_ input: LineInput) { self.input = input }
    func next(prompt: String, behind begun: String) -> LineResult { input.next().map { .line($0) } ?? .endOfInput }
    func remember(_ entry: String) {}
}
