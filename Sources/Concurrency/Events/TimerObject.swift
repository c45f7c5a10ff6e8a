import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// System.Timers.Timer.
final class TimerObject: Object, EventSource {
    let events = EventHub(["Elapsed", "Disposed"])
    private var milliseconds: Double
    private var repeats = true
    private var isEnabled = false
    /// Counts starts and stops: a sleeping thread whose run is an earlier one does not raise the event any more.
    private var run = 0
    private let engine: EngineLink

    init(milliseconds: Double, _ engine: Engine) {
        self.milliseconds = milliseconds
        self.engine = engine.link
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    private func start() {
        guard let engine = engine.engine else { return }
        isEnabled = true
        run += 1
        beat(run, engine)
    }

    private func stop() {
        isEnabled = false
        run += 1
    }

    /// Starts a thread that raises the event after each interval, until the timer is stopped.
    private func beat(_ run: Int, _ engine: Engine) {
        let beat = Beat(self, run, engine.family.lock, seconds: max(0.001, milliseconds / 1000))
        _ = try? SystemThread.start { beat.perform() }
    }

    private final class Beat: @unchecked Sendable {
        // Unchecked: the timer is used under the interpreter lock only.
        private weak var timer: TimerObject?
        private let run: Int
        private let lock: InterpreterLock
        private let interrupt = Interrupt()
        private let seconds: Double

        init(_ timer: TimerObject, _ run: Int, _ lock: InterpreterLock, seconds: Double) {
            self.timer = timer
            self.run = run
            self.lock = lock
            self.seconds = seconds
        }

        func perform() {
            let nap = Semaphore()
            var goesOn = true
            while goesOn {
                _ = nap.wait(timeout: seconds)
                lock.interpret(for: interrupt) { goesOn = tick() }
            }
        }

        private func tick() -> Bool {
            guard let timer, timer.run == run, timer.isEnabled, timer.engine.engine != nil else { return false }
            if !timer.repeats { timer.isEnabled = false }
            timer.events.raise(
                "Elapsed", sender: .object(timer),
                .object(
                    CustomObject(
                        [("SignalTime", DateTime.now().boxed)],
                        typeNames: ["System.Timers.ElapsedEventArgs", "System.EventArgs", "System.Object"])))
            return timer.isEnabled && timer.milliseconds / 1000 == seconds
        }
    }

    private static func own(_ value: Value) throws -> TimerObject {
        guard let timer = value.asObject(TimerObject.self) else { throw ValueError("This is no timer.", id: "InvalidOperation") }
        return timer
    }

    private static func act(_ name: String, _ body: @escaping @Sendable (TimerObject) -> Void) -> Member {
        .method(name, returns: "void") { value, _ in
            body(try own(value))
            return .nothing
        }
    }

    static let objectType = ObjectType(
        "System.Timers.Timer", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .property(
                "Interval", "double",
                set: { value, new in
                    let timer = try own(value)
                    timer.milliseconds = try interval(new)
                    if timer.isEnabled { timer.start() }
                }
            ) { .double(try own($0).milliseconds) },
            .property("AutoReset", "bool", set: { try own($0).repeats = Conversion.bool($1) }) { .bool(try own($0).repeats) },
            .property(
                "Enabled", "bool",
                set: { value, new in
                    let timer = try own(value)
                    if Conversion.bool(new) { if !timer.isEnabled { timer.start() } } else { timer.stop() }
                }
            ) { .bool(try own($0).isEnabled) },
            act("Start") { if !$0.isEnabled { $0.start() } }, act("Stop") { $0.stop() }, act("Close") { $0.stop() },
            act("Dispose") { $0.stop() },
        ],
        construct: { arguments in
            .object(
                TimerObject(
                    milliseconds: arguments.count > 0 ? try interval(arguments[0]) : 100, try Engine.caller()))
        })

    private static func interval(_ value: Value) throws -> Double {
        let milliseconds = try Conversion.double(value)
        guard milliseconds > 0, milliseconds <= 2_147_483_647 else {
            throw ValueError(
                "'\(value.displayText)' is not a valid value for 'Interval'. 'Interval' must be greater than 0.",
                id: "ArgumentException", exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return milliseconds
    }
}
