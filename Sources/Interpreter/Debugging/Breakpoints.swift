import SourceText
import Values

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
