import SourceText
import Values

/// System.Management.Automation.LineBreakpoint: a position of a script at which a block runs (Set-PSBreakpoint).
public final class Breakpoint: Object {
    /// The number of the breakpoint in the session.
    public let id: Int
    /// The full path of the script.
    public let script: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1; 0: the first statement or expression of the line.
    public let column: Int
    /// The block to run; the script goes on after it.
    public let action: ScriptBlock
    /// Whether the block runs when code reaches the breakpoint.
    public var isEnabled = true
    /// How often code reached the breakpoint while it was enabled.
    public private(set) var hitCount = 0

    init(id: Int, script: String, line: Int, column: Int, action: ScriptBlock) {
        self.id = id
        self.script = script
        self.line = line
        self.column = column
        self.action = action
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? {
        "Line breakpoint on '\(script):\(line)" + (column > 0 ? ", \(column)'" : "'")
    }

    /// Runs the action with the breakpoint as `$_` and drops its output.
    func hit(_ frame: Frame) throws {
        guard isEnabled else { return }
        hitCount += 1
        _ = try frame.engine.invoke(action, current: .object(self), in: frame)
    }

    private static func breakpoint(_ value: Value) throws -> Breakpoint {
        guard let breakpoint = value.asObject(Breakpoint.self) else {
            throw ValueError("This is no breakpoint.", id: "InvalidOperation")
        }
        return breakpoint
    }

    private static let base = ObjectType(
        "System.Management.Automation.Breakpoint", base: .object,
        members: [
            .property("Action", "scriptblock") { .object(try breakpoint($0).action) },
            .property("Enabled", "bool") { .bool(try breakpoint($0).isEnabled) },
            .property("HitCount", "int") { Value.integer(try breakpoint($0).hitCount) },
            .property("Id", "int") { Value.integer(try breakpoint($0).id) },
            .property("Script", "string") { .string(try breakpoint($0).script) },
        ])
    /// The type, its members as PowerShell's.
    public static let objectType = ObjectType(
        "System.Management.Automation.LineBreakpoint", base: base,
        members: [
            .property("Column", "int") { Value.integer(try breakpoint($0).column) },
            .property("Line", "int") { Value.integer(try breakpoint($0).line) },
        ])
}

/// The breakpoints and the tracing of an engine.
public final class Breakpoints {
    /// The breakpoints, in the order in which they were set.
    public private(set) var all: [Breakpoint] = []
    /// Counts changes: code that was compiled under an earlier generation lacks breakpoints or has removed ones.
    private(set) var generation = 0
    private var lastID = -1
    /// The settings of Set-PSDebug. Code that was compiled while tracing was off shows nothing.
    public var tracing = Tracing() {
        didSet {
            generation += 1
            hasTraced = true
        }
    }
    /// Whether tracing was ever set, so that code without a path may have been compiled with it.
    private(set) var hasTraced = false

    /// Sets a breakpoint on a line of a script, for code that is called from now on.
    public func set(script: String, line: Int, column: Int, action: ScriptBlock) -> Breakpoint {
        lastID += 1
        generation += 1
        let breakpoint = Breakpoint(id: lastID, script: script, line: line, column: column, action: action)
        all.append(breakpoint)
        return breakpoint
    }

    /// Removes a breakpoint.
    public func remove(_ breakpoint: Breakpoint) {
        generation += 1
        all.removeAll { $0 === breakpoint }
    }

    /// The breakpoints and tracing to compile a file with; nil where there are none.
    func watch(_ file: SourceFile) -> BreakpointWatch? {
        let covering = file.path.map { path in all.filter { $0.script.equalsIgnoringCase(path) } } ?? []
        return covering.isEmpty && !tracing.isOn ? nil : BreakpointWatch(covering, traces: tracing.isOn)
    }
}

/// The breakpoints of one script, for the compilation of its blocks.
final class BreakpointWatch {
    private let breakpoints: [Breakpoint]
    /// Breakpoints without a column that have been placed: code is compiled from the outside in, so that the outermost code of the
    /// line comes first.
    private var claimed: Set<Int> = []

    /// Whether statements are traced.
    var traces: Bool

    init(_ breakpoints: [Breakpoint], traces: Bool = false) {
        self.breakpoints = breakpoints
        self.traces = traces
    }

    /// The breakpoints to place at a position.
    func stops(at place: SourcePosition) -> [Breakpoint] {
        breakpoints.filter { breakpoint in
            guard breakpoint.line == place.line else { return false }
            return breakpoint.column == 0 ? claimed.insert(breakpoint.id).inserted : breakpoint.column == place.column
        }
    }
}

extension Compiler {
    private func stops(_ span: SourceSpan) -> [Breakpoint] { watch?.stops(at: file.position(of: span.start)) ?? [] }

    /// Code that first runs the breakpoints of its position.
    func stopping(_ span: SourceSpan, _ body: @escaping Execute) -> Execute {
        let stops = stops(span)
        guard !stops.isEmpty else { return body }
        return { frame in
            for stop in stops { try stop.hit(frame) }
            return try body(frame)
        }
    }

    func stopping(_ span: SourceSpan, _ body: @escaping Evaluate) -> Evaluate {
        let stops = stops(span)
        guard !stops.isEmpty else { return body }
        return { frame in
            for stop in stops { try stop.hit(frame) }
            return try body(frame)
        }
    }
}
