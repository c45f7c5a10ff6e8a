import CmdletKit
import SourceText
import Syntax
import Values

/// The settings of Set-PSDebug: what running code shows.
public struct Tracing: Sendable {
    /// -Trace: 1 shows lines, 2 assignments and function calls as well.
    public var level: Int
    /// -Step: asks before each line.
    public var steps: Bool

    /// Makes the settings; the defaults turn tracing off.
    public init(level: Int = 0, steps: Bool = false) {
        self.level = level
        self.steps = steps
    }

    var isOn: Bool { level > 0 || steps }

    /// Shows the line of a position and, when stepping, asks whether to run it.
    /// - Throws: `TerminatingError`, which ends the script, where the user answered no or could not answer.
    static func line(_ position: ErrorPosition, _ engine: Engine) throws {
        guard engine.breakpoints.tracing.isOn else { return }
        let start = position.start
        var text = Array(position.line.utf16)
        text.insert(contentsOf: " >>>> ".utf16, at: min(max(0, start.column - 1), text.count))
        let number = String(start.line)
        show(
            String(repeating: " ", count: max(0, 4 - number.count)) + number + "+ " + String(decoding: text, as: UTF16.self), engine
        )
        guard engine.breakpoints.tracing.steps else { return }
        let question = "Continue with this operation? [Y] Yes  [A] Yes to All  [N] No (default is \"Y\"): "
        switch try engine.readLine(prompt: question)?.lowercased() {
        case "", "y", "yes": return
        case "a": engine.breakpoints.tracing.steps = false
        default:
            let record = ErrorRecord(
                "The script stops here: a step was answered with no, or nobody could answer. Set-PSDebug -Off ends the stepping.",
                id: "ScriptHalted", category: "OperationStopped")
            record.endsScript = true
            throw TerminatingError(record)
        }
    }

    static func assignment(_ name: String, _ value: Value, _ engine: Engine) {
        guard engine.breakpoints.tracing.level > 1 else { return }
        show("    ! SET $\(name) = '\(shortened(value.displayText))'.", engine)
    }

    static func call(_ name: String, _ path: String?, _ engine: Engine) {
        guard engine.breakpoints.tracing.level > 1 else { return }
        show("    ! CALL function '\(name)'" + (path.map { "  (defined in file '\($0)')" } ?? ""), engine)
    }

    private static func shortened(_ text: String) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > longest ? line.prefix(longest) + "..." : line
    }

    private static let longest = 53

    private static func show(_ text: String, _ engine: Engine) {
        engine.host.flush()
        engine.host.writeLine("DEBUG", text)
    }
}

extension Compiler {
    /// Code that shows a position; nil where tracing is off.
    private func trace(_ span: SourceSpan) -> ((Frame) throws -> Void)? {
        guard watch?.traces == true else { return nil }
        let position = ErrorPosition(file: file, span: span)
        return { try Tracing.line(position, $0.engine) }
    }

    // An overload for each kind of code: generic code would be called through two reabstraction thunks at every statement, traced
    // or not.

    /// A statement that tracing shows before it runs.
    func traced(_ span: SourceSpan, _ body: @escaping Execute) -> Execute {
        guard let trace = trace(span) else { return body }
        return { frame in
            try trace(frame)
            return try body(frame)
        }
    }

    /// An assignment or the collection of a foreach loop.
    func traced(_ span: SourceSpan, _ body: @escaping Evaluate) -> Evaluate {
        guard let trace = trace(span) else { return body }
        return { frame in
            try trace(frame)
            return try body(frame)
        }
    }

    /// A condition.
    func traced(_ span: SourceSpan, _ body: @escaping Test) -> Test {
        guard let trace = trace(span) else { return body }
        return { frame in
            try trace(frame)
            return try body(frame)
        }
    }

    /// Whether a block calls Set-PSDebug, so that its further statements have to be compiled for tracing.
    static func startsTracing(_ syntax: ScriptBlockSyntax) -> Bool {
        [syntax.beginBlock, syntax.processBlock, syntax.endBlock].contains { block in
            block?.statements.contains { statement in
                guard case .pipeline(let pipeline) = statement, case .command(let command)? = pipeline.elements.first,
                    case .string(let name) = command.name
                else { return false }
                return name.value.equalsIgnoringCase("Set-PSDebug")
            } ?? false
        }
    }
}
