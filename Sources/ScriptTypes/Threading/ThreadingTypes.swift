import CmdletKit
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// System.Threading, as far as scripts that share values between runspaces need it.
enum ThreadingTypes {
    static let all: [(ObjectType, [String])] = [
        (SignalObject.manual, ["threading.manualresetevent"]), (SignalObject.manualSlim, ["threading.manualreseteventslim"]),
        (SignalObject.automatic, ["threading.autoresetevent"]), (SemaphoreObject.plain, ["threading.semaphore"]),
        (SemaphoreObject.slim, ["threading.semaphoreslim"]), (MutexObject.objectType, ["threading.mutex"]),
        (MonitorType.type, ["threading.monitor"]), (InterlockedType.type, ["threading.interlocked"]),
        (ThreadType.type, ["threading.thread"]),
    ]

    static func nothing(_ name: String) -> Member { .method(name, returns: "void") { _, _ in .nothing } }
}

/// ManualResetEvent and AutoResetEvent: a signal that one gives and others wait for.
final class SignalObject: Object {
    private var isSet: Bool
    private let signalType: ObjectType

    private init(_ isSet: Bool, _ type: ObjectType) {
        self.isSet = isSet
        signalType = type
        super.init()
    }

    override var type: ObjectType { signalType }

    private static func own(_ value: Value) throws -> SignalObject {
        guard let signal = value.asObject(SignalObject.self) else { throw ValueError("This is no event.", id: "InvalidOperation") }
        return signal
    }

    private static func make(_ name: String, isAutomatic: Bool) -> ObjectType {
        let wait: @Sendable (Value, Arguments) throws -> Value = { value, arguments in
            let signal = try own(value)
            let came = try WaitHandleObject.wait(arguments[0]) { signal.isSet }
            if isAutomatic, Conversion.bool(came) { signal.isSet = false }
            return came
        }
        func set(_ name: String, _ new: Bool) -> Member {
            .method(name, returns: "bool") { value, _ in
                try own(value).isSet = new
                Engine.ofThread?.announce()
                return .bool(true)
            }
        }
        let box = Holder()
        let type = ObjectType(
            name, base: ObjectType("System.Threading.WaitHandle", base: .object), interfaces: ["System.IDisposable"],
            members: [
                .method("WaitOne", "object timeout?", "bool exitContext?", returns: "bool", wait),
                .method("Wait", "object timeout?", returns: "bool", wait), set("Set", true), set("Reset", false),
                .property("IsSet", "bool") { .bool(try own($0).isSet) }, ThreadingTypes.nothing("Close"),
                ThreadingTypes.nothing("Dispose"),
            ],
            construct: { .object(SignalObject($0.count > 0 && $0.bool(0), box.type)) })
        box.type = type
        return type
    }

    private final class Holder: @unchecked Sendable {
        // Unchecked: set once, before the type is handed out.
        var type = ObjectType.object
    }

    static let manual = make("System.Threading.ManualResetEvent", isAutomatic: false)
    static let manualSlim = make("System.Threading.ManualResetEventSlim", isAutomatic: false)
    static let automatic = make("System.Threading.AutoResetEvent", isAutomatic: true)
}

/// Semaphore and SemaphoreSlim.
final class SemaphoreObject: Object {
    private var count: Int
    private let most: Int
    private let isSlim: Bool

    private init(_ count: Int, most: Int, isSlim: Bool) {
        self.count = count
        self.most = most
        self.isSlim = isSlim
        super.init()
    }

    override var type: ObjectType { isSlim ? Self.slim : Self.plain }

    private static func own(_ value: Value) throws -> SemaphoreObject {
        guard let object = value.asObject(SemaphoreObject.self) else {
            throw ValueError("This is no semaphore.", id: "InvalidOperation")
        }
        return object
    }

    private static func make(_ name: String, isSlim: Bool) -> ObjectType {
        let wait: @Sendable (Value, Arguments) throws -> Value = { value, arguments in
            let semaphore = try own(value)
            let came = try WaitHandleObject.wait(arguments[0]) { semaphore.count > 0 }
            if Conversion.bool(came) { semaphore.count -= 1 }
            return came
        }
        return ObjectType(
            name, base: .object, interfaces: ["System.IDisposable"],
            members: [
                .method("WaitOne", "object timeout?", returns: "bool", wait),
                .method("Wait", "object timeout?", returns: "bool", wait),
                .method("Release", "int releaseCount?", returns: "int") { value, arguments in
                    let semaphore = try own(value)
                    let before = semaphore.count
                    let more = arguments.count > 0 ? arguments.int(0) : 1
                    guard more > 0, before <= semaphore.most - more else {
                        throw ValueError(
                            "Adding the specified count to the semaphore would cause it to exceed its maximum count.",
                            id: "SemaphoreFullException", exception: "System.Threading.SemaphoreFullException",
                            category: "NotSpecified")
                    }
                    semaphore.count += more
                    Engine.ofThread?.announce()
                    return Value.integer(before)
                },
                .property("CurrentCount", "int") { Value.integer(try own($0).count) }, ThreadingTypes.nothing("Close"),
                ThreadingTypes.nothing("Dispose"),
            ],
            construct: { arguments in
                .object(
                    SemaphoreObject(
                        arguments.int(0), most: arguments.count > 1 ? arguments.int(1) : Int(Int32.max), isSlim: isSlim))
            })
    }

    static let plain = make("System.Threading.Semaphore", isSlim: false)
    static let slim = make("System.Threading.SemaphoreSlim", isSlim: true)
}

/// System.Threading.Mutex, between the runspaces of this process.
final class MutexObject: Object {
    private var holding = Holding()

    override var type: ObjectType { Self.objectType }

    private static func own(_ value: Value) throws -> MutexObject {
        guard let mutex = value.asObject(MutexObject.self) else { throw ValueError("This is no mutex.", id: "InvalidOperation") }
        return mutex
    }

    static let objectType = ObjectType(
        "System.Threading.Mutex", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .method("WaitOne", "object timeout?", "bool exitContext?", returns: "bool") { value, arguments in
                let (mutex, engine) = (try own(value), try Engine.caller())
                let came = try WaitHandleObject.wait(arguments[0]) { mutex.holding.isFree(for: engine) }
                if Conversion.bool(came) { mutex.holding.take(engine) }
                return came
            },
            .method("ReleaseMutex", returns: "void") { value, _ in
                let (mutex, engine) = (try own(value), try Engine.caller())
                guard mutex.holding.isHeld(by: engine) else {
                    throw ValueError(
                        "Object synchronization method was called from an unsynchronized block of code.",
                        id: "ApplicationException", exception: "System.ApplicationException", category: "NotSpecified")
                }
                mutex.holding.give()
                engine.announce()
                return .nothing
            },
            ThreadingTypes.nothing("Close"), ThreadingTypes.nothing("Dispose"),
        ],
        construct: { arguments in
            guard arguments.count < 2 || arguments.string(1).isEmpty else {
                throw ValueError(
                    "A mutex with a name, which other processes would see, is not available: leave out '\(arguments.string(1))'.",
                    id: "NotSupported", exception: "System.PlatformNotSupportedException", category: "NotImplemented")
            }
            let mutex = MutexObject()
            if arguments.count > 0, arguments.bool(0) { mutex.holding.take(try Engine.caller()) }
            return .object(mutex)
        })
}

/// System.Threading.Monitor.
enum MonitorType {
    private static func enter(_ target: Value, _ limit: Value) throws -> Value {
        guard let object = target.reference else {
            throw ValueError(
                "Value cannot be null.", id: "ArgumentNullException", exception: "System.ArgumentNullException",
                category: "NotSpecified")
        }
        let engine = try Engine.caller()
        let came = try WaitHandleObject.wait(limit) { engine.family.holding(object).isFree(for: engine) }
        if Conversion.bool(came) { engine.family.changeHolding(object) { $0.take(engine) } }
        return came
    }

    static let type = ObjectType(
        "System.Threading.Monitor", base: .object,
        statics: [
            .function("Enter", "object obj", "object lockTaken?", returns: "void") { arguments in
                _ = try enter(arguments[0], .null)
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(.bool(true))
                return .nothing
            },
            .function("TryEnter", "object obj", "object timeout?", returns: "bool") { arguments in
                try enter(arguments[0], arguments.count > 1 ? arguments[1] : .int(0))
            },
            .function("Exit", "object obj", returns: "void") { arguments in
                let engine = try Engine.caller()
                guard let object = arguments[0].reference, engine.family.holding(object).isHeld(by: engine) else {
                    throw ValueError(
                        "Object synchronization method was called from an unsynchronized block of code.",
                        id: "SynchronizationLockException", exception: "System.Threading.SynchronizationLockException",
                        category: "NotSpecified")
                }
                engine.family.changeHolding(object) { $0.give() }
                engine.announce()
                return .nothing
            },
            .function("IsEntered", "object obj", returns: "bool") { arguments in
                let engine = try Engine.caller()
                return .bool(arguments[0].reference.map { engine.family.holding($0).isHeld(by: engine) } ?? false)
            },
        ])
}

/// System.Threading.Interlocked: one at a time interprets, so that each of these is a single step.
enum InterlockedType {
    private static func reference(_ value: Value) throws -> ReferenceObject {
        guard let reference = value.asObject(ReferenceObject.self) else {
            throw ValueError("A [ref] is wanted here.", id: "NonRefArgumentToRefParameter", category: "InvalidOperation")
        }
        return reference
    }

    private static func adding(_ name: String, _ parameters: String..., amount: @escaping @Sendable (Arguments) -> Value) -> Member
    {
        Member(
            name,
            .method([
                Overload(parameters, returns: "long") { _, arguments in
                    let target = try reference(arguments[0])
                    let sum = try Arithmetic.add(target.value, amount(arguments))
                    try target.store(sum)
                    return sum
                }
            ]))
    }

    static let type = ObjectType(
        "System.Threading.Interlocked", base: .object,
        statics: [
            adding("Increment", "object location") { _ in .int(1) }, adding("Decrement", "object location") { _ in .int(-1) },
            adding("Add", "object location", "object value") { $0[1] },
            .function("Exchange", "object location", "object value", returns: "object") { arguments in
                let target = try reference(arguments[0])
                let before = target.value
                try target.store(arguments[1])
                return before
            },
            .function("CompareExchange", "object location", "object value", "object comparand", returns: "object") { arguments in
                let target = try reference(arguments[0])
                let before = target.value
                if Comparison.equals(before, arguments[2], ignoreCase: false) { try target.store(arguments[1]) }
                return before
            },
            .function("Read", "object location", returns: "long") { try reference($0[0]).value },
        ])
}

/// System.Threading.Thread: what scripts ask of the thread that they run on.
enum ThreadType {
    private static let current = ObjectType(
        "System.Threading.Thread", base: .object,
        members: [
            .property("ManagedThreadId", "int") { _ in
                let engine = try Engine.caller()
                return Value.integer(engine.runspaces.first { $0.engine === engine }?.id ?? 1)
            },
            .property("Name", "string") { _ in .string("Pipeline Execution Thread") },
            .property("IsBackground", "bool") { _ in .bool(false) }, .property("IsAlive", "bool") { _ in .bool(true) },
            .method("GetApartmentState", returns: "System.Threading.ApartmentState") { _, _ in .string("Unknown") },
            .property("CurrentCulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
            .property("CurrentUICulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
        ])

    static let type = ObjectType(
        "System.Threading.Thread", base: .object,
        statics: [
            .constant("CurrentThread", "System.Threading.Thread") { .object(NativeObject((), type: current)) },
            .function("Sleep", "object timeout", returns: "void") { arguments in
                _ = try WaitHandleObject.wait(arguments[0]) { false }
                return .nothing
            },
            .function("Yield", returns: "bool") { _ in
                try Engine.caller().pause(0.001)
                return .bool(true)
            },
        ])
}
