import CLibedit
import Glibc
import LinuxSystem
import SourceText

/// How reading a line ended.
public enum LineResult: Sendable, Equatable {
    case line(String)
    /// Ctrl-C: the line was abandoned.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal was closed.
    case endOfInput
}

/// A candidate for the word at the cursor.
public struct CompletionCandidate: Sendable, Equatable {
    /// The text to insert, quoted as needed.
    public var text: String
    /// The text that the list of candidates shows.
    public var label: String
    /// A few words that explain the candidate; may be empty.
    public var detail: String

    /// Makes a candidate; the label is the text if none is given.
    public init(_ text: String, label: String? = nil, detail: String = "") {
        self.text = text
        self.label = label ?? text
        self.detail = detail
    }
}

/// Candidates, and the part of the line that they replace.
public struct CompletionSet: Sendable, Equatable {
    /// The number of UTF-8 bytes before the cursor that a candidate replaces.
    public var replaced: Int
    /// The number of UTF-8 bytes behind the cursor that a candidate replaces.
    public var replacedBehind: Int
    /// The candidates, in the order in which they are listed.
    public var candidates: [CompletionCandidate]

    /// Makes a set; the parameters are the properties of the same names.
    public init(replaced: Int, replacedBehind: Int = 0, candidates: [CompletionCandidate]) {
        self.replaced = replaced
        self.replacedBehind = replacedBehind
        self.candidates = candidates
    }
}

/// Reads lines from a terminal, with editing, history and completion (editline(3)).
///
/// To be used by one thread only. A class, because libedit's callbacks need an address to come back to.
public final class LineEditor {
    private var editor: OpaquePointer?
    private let history: OpaquePointer?
    private let input: Int32
    private let interruption: () -> Bool
    private let completer: (String, Int) -> CompletionSet?
    private var prompt: UnsafeMutablePointer<CChar>?
    private var wasInterrupted = false
    /// The thread's signal mask outside `readLine`. While a line is read, SIGINT and SIGWINCH are blocked and let through only by
    /// ppoll, so that one that arrives between two reads is not missed.
    private var outerSignals = sigset_t()
    private let output: Int32

    /// Opens an editor on a terminal.
    /// - Parameters:
    ///   - input: the descriptor to read keys from.
    ///   - output: the descriptor to write to.
    ///   - interruption: whether Ctrl-C was pressed since the last call.
    ///   - completer: computes the candidates for a line and the cursor's place in it, a UTF-8 offset.
    /// - Returns: nil if libedit cannot use the terminal.
    public init?(
        input: Int32 = 0, output: Int32 = 1, interruption: @escaping () -> Bool,
        completer: @escaping (String, Int) -> CompletionSet?
    ) {
        self.input = input
        self.output = output
        self.interruption = interruption
        self.completer = completer
        Self.useUnicode()
        history = history_init()
        let owner = Unmanaged.passUnretained(self).toOpaque()
        editor = clibedit_open(
            "bulkhead", input, output, owner, { editor in LineEditor.owner(editor)?.prompt },
            { editor, character in LineEditor.owner(editor)?.read(into: character) ?? 0 })
        guard let editor, let history else { return nil }
        clibedit_set_history_size(history, 10_000)
        clibedit_use_history(editor, history)
        clibedit_bind(editor, "bulkhead-complete", "Complete the word", "^I") { editor, _ in
            LineEditor.owner(editor)?.complete() ?? UInt8(CC_ERROR)
        }
        clibedit_bind(editor, "bulkhead-paste", "Insert a paste", "\\e[200~") { editor, _ in
            LineEditor.owner(editor)?.paste() ?? UInt8(CC_ERROR)
        }
        clibedit_bind_builtin(editor, "^R", "em-inc-search-prev")
        clibedit_bind_builtin(editor, "\\e[1;5C", "em-next-word")
        clibedit_bind_builtin(editor, "\\e[1;5D", "ed-prev-word")
        clibedit_bind_builtin(editor, "\\e[3~", "ed-delete-next-char")
        clibedit_bind_builtin(editor, "\\e[H", "ed-move-to-beg")
        clibedit_bind_builtin(editor, "\\e[F", "ed-move-to-end")
        clibedit_bind_builtin(editor, "\\e[1~", "ed-move-to-beg")
        clibedit_bind_builtin(editor, "\\e[4~", "ed-move-to-end")
    }

    deinit {
        if let editor { clibedit_close(editor) }
        if let history { history_end(history) }
        free(prompt)
    }

    private static func owner(_ editor: OpaquePointer?) -> LineEditor? {
        guard let editor, let owner = clibedit_owner(editor) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Selects a UTF-8 locale. libedit counts columns by the locale's characters; if the user's locale is missing or is not UTF-8,
    /// glibc's built-in C.UTF-8 is used.
    private static func useUnicode() {
        if setlocale(LC_CTYPE, "") == nil || clibedit_character_limit() == 1 { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    /// Adds a line to the history that the arrow keys walk through; nothing is written to a file.
    public func remember(_ line: String) {
        guard let history else { return }
        clibedit_add_history(history, line)
    }

    /// Reads one line. Only meanwhile is the terminal in editing mode.
    /// - Parameter text: the prompt; escape sequences in it stand between \1 characters.
    /// - Returns: the line without its line end.
    public func readLine(prompt text: String) -> LineResult {
        guard let editor else { return .endOfInput }
        free(prompt)
        prompt = strdup(text)
        wasInterrupted = false
        _ = interruption()
        clibedit_hold_signals(&outerSignals)
        defer { clibedit_release_signals(&outerSignals) }
        el_resize(editor)
        // Bracketed paste: the terminal marks the beginning and end of pasted text, which is inserted and never run.
        clibedit_print(editor, "\u{1B}[?2004h")
        defer { clibedit_print(editor, "\u{1B}[?2004l") }
        var count: Int32 = 0
        guard let line = el_gets(editor, &count), count > 0 else {
            guard wasInterrupted else { return .endOfInput }
            clibedit_print(editor, "^C\r\n")
            el_reset(editor)
            return .interrupted
        }
        var read = String(cString: line)
        while read.last == "\n" || read.last == "\r" || read.last == "\r\n" { read.removeLast() }
        return .line(read)
    }

    // MARK: Keys

    private func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
        guard let scalar = readScalar() else { return wasInterrupted ? -1 : 0 }
        character?.pointee = wchar_t(scalar)
        return 1
    }

    /// Reads one character of UTF-8. A byte that cannot begin one is returned as it is; a sequence that breaks off gives U+FFFD.
    /// nil at the end of input or after Ctrl-C.
    private func readScalar() -> UInt32? {
        guard let first = readByte() else { return nil }
        let length = first < 0x80 ? 1 : first & 0xE0 == 0xC0 ? 2 : first & 0xF0 == 0xE0 ? 3 : first & 0xF8 == 0xF0 ? 4 : 1
        guard length > 1 else { return UInt32(first) }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for _ in 1..<length {
            guard let next = readByte() else { return nil }
            guard next & 0xC0 == 0x80 else { return 0xFFFD }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return scalar
    }

    private func readByte() -> UInt8? {
        while true {
            if takeInterruption() { return nil }
            // The window's size may have changed (SIGWINCH ends the wait below).
            if let editor { el_resize(editor) }
            let ready = clibedit_wait_input(input, &outerSignals)
            if ready == 0 { continue }
            // Ctrl-C takes precedence over keys typed after it.
            if ready < 0 || takeInterruption() { return nil }
            var byte: UInt8 = 0
            let count = Glibc.read(input, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    /// Whether Ctrl-C was pressed since the last call. Pending signals are delivered first.
    private func takeInterruption() -> Bool {
        letSignalsThrough {}
        guard interruption() else { return false }
        wasInterrupted = true
        return true
    }

    private func letSignalsThrough<T>(_ body: () -> T) -> T {
        clibedit_release_signals(&outerSignals)
        defer { clibedit_hold_signals(&outerSignals) }
        return body()
    }

    private func paste() -> UInt8 {
        var bytes: [UInt8] = []
        let end = Array("\u{1B}[201~".utf8)
        while bytes.count < 1 << 20, let byte = readByte() {
            bytes.append(byte)
            if bytes.suffix(end.count).elementsEqual(end) {
                bytes.removeLast(end.count)
                break
            }
        }
        // CR and CRLF become LF, which the line keeps as its line ends; other control characters except tabs are left out.
        var text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        while text.last == "\n" { text.removeLast() }
        text = TerminalText.sanitized(text, keeping: [.newline, .tab, .directionMarks], replacing: .nothing)
        guard let editor, !text.isEmpty, el_insertstr(editor, text.replacing("\n", with: "\u{0A}")) == 0 else {
            return UInt8(CC_ERROR)
        }
        return UInt8(CC_REFRESH)
    }

    // MARK: Completion

    private func complete() -> UInt8 {
        guard let editor, let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
            let last = info.lastchar
        else {
            return UInt8(CC_ERROR)
        }
        let bytes = UnsafeBufferPointer(start: start, count: last - start).map { UInt8(bitPattern: $0) }
        let line = String(decoding: bytes, as: UTF8.self)
        let place = cursor - start
        guard let set = letSignalsThrough({ completer(line, place) }), !set.candidates.isEmpty else { return UInt8(CC_ERROR) }
        let before = String(decoding: bytes[max(0, place - set.replaced)..<place], as: UTF8.self)
        let common = set.candidates.count == 1 ? set.candidates[0].text : Self.commonPrefix(set.candidates.map(\.text))
        let behind = String(decoding: bytes[place..<min(bytes.count, place + set.replacedBehind)], as: UTF8.self)
        // A common prefix that does not cover the part of the word behind the cursor leaves that part alone.
        let replacesRest = set.candidates.count == 1 || common.lowercased().hasPrefix((before + behind).lowercased())
        let word = replacesRest ? before + behind : before
        if set.candidates.count == 1 || common.count > word.count || (common.count == word.count && common != word) {
            let moved = replacesRest ? behind.unicodeScalars.count : 0
            el_cursor(editor, Int32(clamping: moved))
            el_deletestr(editor, Int32(clamping: before.unicodeScalars.count + moved))
            el_insertstr(editor, common)
            return UInt8(CC_REFRESH)
        }
        clibedit_print(editor, "\r\n" + CandidateList.text(set.candidates, width: columns))
        return UInt8(CC_REDISPLAY)
    }

    private var columns: Int { Int(WindowSize(of: output)?.columns ?? 80) }

    /// The longest prefix that all texts share, whatever their case; in the first text's spelling.
    static func commonPrefix(_ texts: [String]) -> String {
        guard var prefix = texts.first else { return "" }
        for text in texts.dropFirst() {
            while !text.lowercased().hasPrefix(prefix.lowercased()), !prefix.isEmpty { prefix.removeLast() }
        }
        return prefix
    }
}
