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

    static func breakpoint(_ value: Value) throws -> Breakpoint {
        guard let breakpoint = value.asObject(Breakpoint.self) else {
            throw ValueError("This is no breakpoint.", id: "InvalidOperation")
        }
        return breakpoint
    }

    /// The type, its members as PowerShell's.
    public static let objectType = ObjectType(
        "System.Management.Automation.LineBreakpoint", base: base,
        members: [
            .property("Column", "int") { Value.integer(try breakpoint($0).column) },
            .property("Line", "int") { Value.integer(try breakpoint($0).line) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.LineBreakpoint") { Breakpoint.objectType }
}
