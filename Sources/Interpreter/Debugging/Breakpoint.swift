import SourceText
import Values

/// System.Management.Automation.LineBreakpoint: a place of a script where a block runs.
public final class Breakpoint: Object {
    public let id: Int
    /// The script's full path.
    public let script: String
    public let line: Int
    /// 0: whatever begins first in the line.
    public let column: Int
    public let action: ScriptBlock
    public var isEnabled = true
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

    /// Runs the action with the breakpoint as `$_`; what it writes is dropped.
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
    public static let objectType = ObjectType(
        "System.Management.Automation.LineBreakpoint", base: base,
        members: [
            .property("Column", "int") { Value.integer(try breakpoint($0).column) },
            .property("Line", "int") { Value.integer(try breakpoint($0).line) },
        ])
}

/// The breakpoints of a session.
public final class Breakpoints {
    public private(set) var all: [Breakpoint] = []
    /// Grows with each change: code that was compiled under an older one may lack stops, or have too many.
    private(set) var generation = 0
    private var lastID = -1
    /// What Set-PSDebug shows; code that was compiled without it shows nothing.
    public var tracing = Tracing() {
        didSet {
            generation += 1
            hasTraced = true
        }
    }
    private(set) var hasTraced = false

    /// Sets one on a line of a script; it holds for what is called from now on.
    public func set(script: String, line: Int, column: Int, action: ScriptBlock) -> Breakpoint {
        lastID += 1
        generation += 1
        let breakpoint = Breakpoint(id: lastID, script: script, line: line, column: column, action: action)
        all.append(breakpoint)
        return breakpoint
    }

    public func remove(_ breakpoint: Breakpoint) {
        generation += 1
        all.removeAll { $0 === breakpoint }
    }

    func watch(_ file: SourceFile) -> BreakpointWatch? {
        let covering = file.path.map { path in all.filter { $0.script.equalsIgnoringCase(path) } } ?? []
        return covering.isEmpty && !tracing.isOn ? nil : BreakpointWatch(covering, traces: tracing.isOn)
    }
}

/// The breakpoints of one script, for the compilation of a block of it.
final class BreakpointWatch {
    private let breakpoints: [Breakpoint]
    /// Those that name a line only and have found what begins first in it: code is compiled from the outside in.
    private var claimed: Set<Int> = []

    /// Whether statements are traced.
    var traces: Bool

    init(_ breakpoints: [Breakpoint], traces: Bool = false) {
        self.breakpoints = breakpoints
        self.traces = traces
    }

    /// Those that code at this place runs into.
    func stops(at place: SourcePosition) -> [Breakpoint] {
        breakpoints.filter { breakpoint in
            guard breakpoint.line == place.line else { return false }
            return breakpoint.column == 0 ? claimed.insert(breakpoint.id).inserted : breakpoint.column == place.column
        }
    }
}

extension Compiler {
    private func stops(_ span: SourceSpan) -> [Breakpoint] { watch?.stops(at: file.position(of: span.start)) ?? [] }

    /// Code that runs into the breakpoints of its place first.
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
