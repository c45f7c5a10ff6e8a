import CmdletKit
import Concurrency
import Interpreter
import Values

/// System.Management.Automation.Runspaces.RunspacePool: runspaces that several PowerShell instances share.
final class RunspacePoolObject: Object {
    private(set) var least: Int
    private(set) var most: Int
    let initial: InitialSessionState?
    let instanceID = GuidType.random
    private(set) var state = "BeforeOpen"
    private let pool: RunspacePool

    init(beside engine: Engine, least: Int, most: Int, initial: InitialSessionState?) {
        self.least = max(1, least)
        self.most = max(self.least, most)
        self.initial = initial
        pool = RunspacePool(
            beside: engine, limit: self.most, newRunspaces: false, host: nil, isKept: true,
            prepare: { try initial?.apply(to: $0) })
        super.init()
    }

    override var type: ObjectType { RunspaceFactory.pool }

    var available: Int { pool.available }
    func open() { if state == "BeforeOpen" { state = "Opened" } }

    func close() {
        state = "Closed"
        pool.close()
    }

    func setMost(_ number: Int) -> Bool {
        guard number >= least else { return false }
        most = number
        pool.limit = number
        return true
    }

    func setLeast(_ number: Int) -> Bool {
        guard number >= 1, number <= most else { return false }
        least = number
        return true
    }

    func add(
        _ work: @escaping RunspaceWork, take: @escaping (StreamKind, Value) -> Void, ended: @escaping (RunspaceTask) -> Void
    ) throws -> RunspaceTask {
        guard state == "Opened" else {
            throw ValueError(
                "Cannot perform the operation because the runspace pool is not in the 'Opened' state. The current state is '\(state)'.",
                id: "InvalidRunspacePoolState",
                exception: "System.Management.Automation.Runspaces.InvalidRunspacePoolStateException",
                category: "InvalidOperation")
        }
        return pool.add(work, take: take, ended: ended)
    }
}

extension RunspaceFactory {
    private static func own(_ value: Value) throws -> RunspacePoolObject {
        guard let pool = value.asObject(RunspacePoolObject.self) else {
            throw ValueError("This is no runspace pool.", id: "InvalidOperation")
        }
        return pool
    }

    private static func act(_ name: String, _ body: @escaping @Sendable (RunspacePoolObject) -> Void) -> Member {
        .method(name, returns: "void") { value, _ in
            body(try own(value))
            return .nothing
        }
    }

    /// The type of pools.
    static let pool = ObjectType(
        "System.Management.Automation.Runspaces.RunspacePool", base: .object, interfaces: ["System.IDisposable"],
        members: [
            act("Open") { $0.open() }, act("Close") { $0.close() }, act("Dispose") { $0.close() },
            .method("GetMaxRunspaces", returns: "int") { value, _ in Value.integer(try own(value).most) },
            .method("GetMinRunspaces", returns: "int") { value, _ in Value.integer(try own(value).least) },
            .method("GetAvailableRunspaces", returns: "int") { value, _ in Value.integer(try own(value).available) },
            .method("SetMaxRunspaces", "int maxRunspaces", returns: "bool") { value, arguments in
                .bool(try own(value).setMost(arguments.int(0)))
            },
            .method("SetMinRunspaces", "int minRunspaces", returns: "bool") { value, arguments in
                .bool(try own(value).setLeast(arguments.int(0)))
            },
            .property("InstanceId", "guid") { try own($0).instanceID },
            .property("InitialSessionState", "initialsessionstate") { value in
                try own(value).initial.map { .object($0) } ?? .null
            },
            .property("RunspacePoolStateInfo", "System.Management.Automation.RunspacePoolStateInfo") { value in
                .object(
                    CustomObject(
                        [("State", RunspaceTypes.named(try own(value).state, poolStates)), ("Reason", .null)],
                        type: poolStateInfo))
            },
            .property("RunspacePoolAvailability", "System.Management.Automation.Runspaces.RunspacePoolAvailability") { value in
                .object(EnumObject(poolAvailability, rawValue: try own(value).state == "Opened" ? 1 : 0))
            },
            .property("IsDisposed", "bool") { .bool(try own($0).state == "Closed") },
            .property("ThreadOptions", "System.Management.Automation.Runspaces.PSThreadOptions", set: { _, _ in }) { _ in
                .object(EnumObject(ThreadOptions.type, rawValue: 0))
            },
            .property("ApartmentState", "System.Threading.ApartmentState", set: { _, _ in }) { _ in
                .object(EnumObject(ApartmentState.type, rawValue: 2))
            },
            .property("CleanupInterval", "timespan", set: { _, _ in }) { _ in TimeSpan(ticks: 9_000_000_000).boxed },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspacePool") { RunspaceFactory.pool }
}
