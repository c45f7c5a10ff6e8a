import Interpreter
import Values

/// System.Threading.WaitHandle: a condition that scripts can wait for.
package final class WaitHandleObject: Object {
    private let isSet: () -> Bool

    /// Makes a handle of a condition, which is polled.
    package init(_ isSet: @escaping () -> Bool) {
        self.isSet = isSet
        super.init()
    }

    package override var type: ObjectType { Self.objectType }

    /// Waits for a condition as WaitOne does, while other runspaces run.
    /// - Parameter limit: milliseconds or a TimeSpan; `$null` and negative ones wait without limit.
    /// - Returns: `$false` where the time ran out first.
    /// - Throws: `PipelineStopped` after Ctrl-C; `ValueError` for a limit that is no number.
    package static func wait(_ limit: Value, until isSet: () -> Bool) throws -> Value {
        guard let engine = Engine.ofThread else { return .bool(isSet()) }
        let seconds: Double?
        if let span = limit.asObject(TimeSpanObject.self)?.span {
            seconds = span.ticks < 0 ? nil : span.totalSeconds
        } else {
            let milliseconds = limit.isNull ? -1 : try Conversion.integer(limit)
            seconds = milliseconds < 0 ? nil : Double(milliseconds) / 1000
        }
        return .bool(try engine.wait(seconds: seconds, until: isSet))
    }

    private static let objectType = ObjectType(
        "System.Threading.ManualResetEvent", base: ObjectType("System.Threading.WaitHandle", base: .object),
        members: [
            .method("WaitOne", "object timeout?", "bool exitContext?", returns: "bool") { value, arguments in
                guard let handle = value.asObject(WaitHandleObject.self) else { return .bool(false) }
                return try wait(arguments[0], until: handle.isSet)
            },
            .method("Close", returns: "void") { _, _ in .nothing }, .method("Dispose", returns: "void") { _, _ in .nothing },
        ])
}
