import Glibc

/// System.Diagnostics.Stopwatch, over the monotonic clock.
public final class StopwatchObject: Object {
    private var spent: Int64 = 0
    private var started: Int64?

    public override var type: ObjectType { StopwatchType.type }

    /// The monotonic clock in nanoseconds.
    public static func nanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    var isRunning: Bool { started != nil }
    var elapsed: Int64 { spent + (started.map { Self.nanoseconds() - $0 } ?? 0) }

    func start() { if started == nil { started = Self.nanoseconds() } }
    func stop() {
        spent = elapsed
        started = nil
    }
    func reset() {
        spent = 0
        started = nil
    }
}

enum StopwatchType {
    private static func watch(_ value: Value) -> StopwatchObject { value.asObject(StopwatchObject.self) ?? StopwatchObject() }
    private static func act(_ name: String, _ body: @escaping @Sendable (StopwatchObject) -> Void) -> Member {
        .method(name, returns: "void") { value, _ in
            body(watch(value))
            return .nothing
        }
    }

    static let type = ObjectType(
        "System.Diagnostics.Stopwatch", base: .object,
        members: [
            .property("IsRunning", "bool") { .bool(watch($0).isRunning) },
            .property("Elapsed", "timespan") { TimeSpan(ticks: watch($0).elapsed / 100).boxed },
            .property("ElapsedMilliseconds", "long") { .long(watch($0).elapsed / 1_000_000) },
            .property("ElapsedTicks", "long") { .long(watch($0).elapsed) },
            act("Start") { $0.start() }, act("Stop") { $0.stop() }, act("Reset") { $0.reset() },
            act("Restart") { watch in
                watch.reset()
                watch.start()
            },
        ],
        statics: [
            .constant("Frequency", "long") { .long(1_000_000_000) }, .constant("IsHighResolution", "bool") { .bool(true) },
            .function("GetTimestamp", returns: "long") { _ in .long(StopwatchObject.nanoseconds()) },
            .function("StartNew", returns: "System.Diagnostics.Stopwatch") { _ in
                let watch = StopwatchObject()
                watch.start()
                return .object(watch)
            },
        ], construct: { _ in .object(StopwatchObject()) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Diagnostics.Stopwatch") { StopwatchType.type }
}
