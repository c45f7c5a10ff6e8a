import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import Values

/// System.Console: the session's display and its terminal.
struct ConsoleType {
    let link: EngineLink

    /// The settings that a session made through `[Console]`.
    private final class State: @unchecked Sendable {
        // Unchecked: it belongs to the session's thread.
        var foreground: String?
        var background: String?
        var title = ""
        var showsCursor = true
    }

    var type: ObjectType {
        let state = State()
        return ObjectType("System.Console", base: .object, statics: writing(state) + reading() + display(state) + terminal(state))
    }

    private var host: (any EngineHost)? { link.engine?.host }

    // MARK: Text

    private static func text(_ arguments: Arguments) throws -> String {
        guard arguments.count > 1 else { return arguments.count == 0 ? "" : arguments.string(0) }
        let rest = arguments.values.dropFirst().flatMap { $0.enumerated ?? [$0] }
        return try CompositeFormat.format(arguments.string(0), Array(rest))
    }

    private static func writer(_ name: String, _ write: @escaping @Sendable (String) -> Void, end: String) -> Member {
        let run: @Sendable (Value, Arguments) throws -> Value = { _, arguments in
            write(try text(arguments) + end)
            return .nothing
        }
        return .method(
            name,
            overloads: [
                Overload([], returns: "void", run), Overload(["object value"], returns: "void", run),
                Overload(["string format", "params object[] arg"], returns: "void", run),
            ])
    }

    private func writing(_ state: State) -> [Member] {
        let link = link
        let write: @Sendable (String) -> Void = { text in
            link.engine?.host.writeText(text, newline: false, foreground: state.foreground, background: state.background)
        }
        let fail: @Sendable (String) -> Void = { text in
            guard let host = link.engine?.host else { return }
            host.flush()
            try? writeFully(host.nativeDescriptors?.error ?? 2, text)
        }
        return [
            Self.writer("WriteLine", write, end: "\n"), Self.writer("Write", write, end: ""),
            .constant("Out", "System.IO.TextWriter") { .object(TextWriterObject(showing: write)) },
            .constant("Error", "System.IO.TextWriter") { .object(TextWriterObject(showing: fail)) },
        ]
    }

    // MARK: Input

    private func reading() -> [Member] {
        let link = link
        return [
            .function("ReadLine", returns: "string") { _ in
                link.engine?.host.readLine(prompt: "", hidesInput: false).map { .string($0) } ?? .null
            },
            .method(
                "ReadKey",
                overloads: [
                    Overload([], returns: "System.ConsoleKeyInfo") { _, _ in try ConsoleKey.read(shows: true, link.engine) },
                    Overload(["bool intercept"], returns: "System.ConsoleKeyInfo") { _, arguments in
                        try ConsoleKey.read(shows: !Conversion.bool(arguments[0]), link.engine)
                    },
                ]),
            .constant("KeyAvailable", "bool") { .bool(ConsoleKey.isWaiting) },
            .constant("IsInputRedirected", "bool") { .bool(isatty(0) == 0) },
            .constant("IsOutputRedirected", "bool") { .bool(isatty(1) == 0) },
            .constant("IsErrorRedirected", "bool") { .bool(isatty(2) == 0) },
        ]
    }

    // MARK: Colours and encodings

    private func display(_ state: State) -> [Member] {
        let colour = TypeTable.builtin.find("System.ConsoleColor") ?? .string
        let named: @Sendable (String?, Int64) -> Value = { name, standard in
            .object(EnumObject(colour, rawValue: name.flatMap { colour.enumeration?.rawValue(of: $0) } ?? standard))
        }
        return [
            .property(
                "ForegroundColor", "System.ConsoleColor",
                set: { state.foreground = try Conversion.convert($1, to: colour).displayText },
                { _ in named(state.foreground, 7) }),
            .property(
                "BackgroundColor", "System.ConsoleColor",
                set: { state.background = try Conversion.convert($1, to: colour).displayText },
                { _ in named(state.background, 0) }),
            .function("ResetColor", returns: "void") { _ in
                state.foreground = nil
                state.background = nil
                return .nothing
            },
            encoding("OutputEncoding"), encoding("InputEncoding"),
        ]
    }

    private func encoding(_ name: String) -> Member {
        .property(
            name, "System.Text.Encoding",
            set: { _, value in
                let web = (value.property("WebName")?.displayText ?? value.displayText).lowercased()
                guard web == "utf-8" || web == "us-ascii" else {
                    throw ValueError(
                        "[Console]::\(name) cannot become '\(web)': terminals and pipes are UTF-8 here.",
                        id: "NotSupportedException",
                        exception: "System.NotSupportedException", category: "NotImplemented")
                }
            }, { _ in .object(EncodingObject(.utf8NoBOM)) })
    }

    // MARK: The terminal

    private func terminal(_ state: State) -> [Member] {
        let link = link
        let size: @Sendable (Bool) -> Value = { isWidth in
            let size = WindowSize(of: 1)
            let width = link.engine?.host.width ?? 80
            return .int(Int32(clamping: isWidth ? size.map { Int($0.columns) } ?? width : size.map { Int($0.rows) } ?? 24))
        }
        // Escape sequences are sent to terminals only: in a file or pipe they would be text.
        let send: @Sendable (String) -> Void = { sequence in
            guard let host = link.engine?.host, host.usesColour else { return }
            host.writeText(sequence, newline: false, foreground: nil, background: nil)
        }
        return [
            .constant("WindowWidth", "int") { size(true) }, .constant("WindowHeight", "int") { size(false) },
            .constant("BufferWidth", "int") { size(true) }, .constant("BufferHeight", "int") { size(false) },
            .function("Clear", returns: "void") { _ in
                send("\u{1B}[H\u{1B}[2J")
                return .nothing
            },
            .function("SetCursorPosition", "int left", "int top", returns: "void") { arguments in
                let (left, top) = (arguments.int(0), arguments.int(1))
                guard (0..<10_000).contains(left), (0..<10_000).contains(top) else {
                    throw ValueError(
                        "The value must be greater than or equal to zero and less than the console's buffer size in that dimension.",
                        id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified"
                    )
                }
                send("\u{1B}[\(top + 1);\(left + 1)H")
                return .nothing
            },
            .method(
                "Beep",
                overloads: [[], ["int frequency", "int duration"]].map { parameters in
                    // A terminal's bell has one pitch.
                    Overload(parameters, returns: "void") { _, _ in
                        send("\u{7}")
                        return .nothing
                    }
                }),
            .property(
                "CursorVisible", "bool",
                set: { _, value in
                    state.showsCursor = Conversion.bool(value)
                    send(state.showsCursor ? "\u{1B}[?25h" : "\u{1B}[?25l")
                }, { _ in .bool(state.showsCursor) }),
            .property(
                "Title", "string",
                set: { _, value in
                    state.title = TerminalText.sanitized(value.displayText, keeping: [], replacing: .nothing)
                    send("\u{1B}]0;\(state.title)\u{7}")
                }, { _ in .string(state.title) }),
            .property("TreatControlCAsInput", "bool") { _ in .bool(false) },
        ]
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Console") { session in ConsoleType(link: session.link).type }
}
