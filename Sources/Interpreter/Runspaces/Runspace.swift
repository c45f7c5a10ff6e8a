import LinuxSystem
import Values

/// System.Management.Automation.Runspaces.Runspace: an engine with its own variables, functions and modules, whose code runs on
/// threads of its own.
public final class Runspace: Object {
    /// System.Management.Automation.Runspaces.RunspaceState; only BeforeOpen, Opened and Closed are reached.
    public enum State: String, CaseIterable {
        /// The states, in the order of their values.
        case beforeOpen = "BeforeOpen", opening = "Opening", opened = "Opened", closed = "Closed", closing = "Closing",
            broken = "Broken"
    }

    private let link: EngineLink
    /// The engine, which the runspace keeps alive; nil for the session's first engine, and after `close`.
    private var owned: Engine?
    /// The number of the runspace in the session, from 1.
    public private(set) var id = 0
    /// The name; `Runspace1` by default.
    public var name: String
    /// InstanceId: a GUID.
    public let instanceID = GuidType.random
    /// The state.
    public private(set) var state: State
    /// The number of threads that run its code: two for a moment, where one starts another run as its last act.
    private var running = 0
    /// Whether its code is running.
    public var isBusy: Bool { running > 0 }
    private var preparation: ((Runspace) throws -> Void)?
    /// Whether no code has run in it yet.
    package private(set) var isNew = true
    /// The global variables of a new runspace, for `resetVariables`.
    private let initial: [(name: String, value: Value)]

    /// Bytes of stack for recursive scripts: 256 MiB are reserved, and only used by scripts that recurse.
    private static let stackSize = 256 << 20

    /// Makes a runspace in the session of an engine.
    /// - Parameters:
    ///   - host: the host that its code writes to.
    ///   - name: nil: `Runspace` and its number.
    ///   - isOpen: whether it can run code at once, without `open`.
    public init(beside engine: Engine, host: any EngineHost, name: String? = nil, isOpen: Bool = true) {
        let made = Engine(beside: engine, host: host)
        owned = made
        link = made.link
        initial = made.global.variables
        state = isOpen ? .opened : .beforeOpen
        self.name = name ?? ""
        super.init()
        id = engine.family.add(self)
        if name == nil { self.name = "Runspace\(id)" }
    }

    /// The runspace of a session's first engine, which is running.
    init(first engine: Engine) {
        link = engine.link
        initial = []
        state = .opened
        name = "Runspace1"
        super.init()
        id = engine.family.add(self)
        running = 1
    }

    /// The engine; nil after `close`, once no code of it runs.
    public var engine: Engine? { link.engine }

    /// Sets what `open` does to prepare the runspace (the initial session state).
    package func atOpening(_ body: @escaping (Runspace) throws -> Void) { preparation = body }

    /// Opens the runspace and prepares it; does nothing where it is open.
    /// - Throws: `ValueError` where the runspace is closed; what the preparation throws.
    public func open() throws {
        guard state == .beforeOpen else {
            guard state == .opened else { return }
            throw ValueError(
                "Cannot perform the operation because the runspace is not in the BeforeOpen state. The current state of the runspace is Opened.",
                id: "InvalidRunspaceState", exception: "System.Management.Automation.Runspaces.InvalidRunspaceStateException",
                category: "InvalidOperation")
        }
        state = .opened
        try preparation?(self)
        preparation = nil
    }

    /// Closes the runspace and asks its running code to stop.
    public func close() {
        guard state != .closed else { return }
        engine?.interrupt.request()
        // The first engine's host is the shell's, which ends its transcripts when it ends.
        if owned != nil { engine?.host.transcripts.endAll() }
        state = .closed
        engine?.family.remove(self)
        // Where its code still runs, the thread of that code keeps the engine alive until then.
        owned = nil
    }

    /// Resets the global variables to those of a new runspace (ResetRunspaceState); functions and modules stay.
    package func resetVariables() {
        guard let engine else { return }
        let known = Set(initial.map { FoldedName($0.name) })
        for variable in engine.global.variables where !known.contains(FoldedName(variable.name)) {
            engine.global.remove(variable.name)
        }
        for variable in initial { engine.global.assign(variable.name, variable.value) }
        engine.errors.elements = []
        engine.usingValues = nil
        engine.interrupt.clear()
    }

    /// The closure and engine that a thread runs, handed over to it.
    private final class Work: @unchecked Sendable {
        // Unchecked: used under the interpreter lock only.
        var body: ((Engine) -> Void)?
        var engine: Engine?
        let lock: InterpreterLock
        let interrupt: Interrupt

        init(_ engine: Engine, _ body: @escaping (Engine) -> Void) {
            self.engine = engine
            self.body = body
            lock = engine.family.lock
            interrupt = engine.interrupt
        }

        func run() {
            lock.acquire(for: interrupt)
            if let engine { engine.onThread { body?(engine) } }
            // Released under the lock, because the closure holds values.
            body = nil
            engine = nil
            lock.release()
        }
    }

    /// `run`, for other targets.
    /// - Throws: as `run` does.
    package func perform(_ body: @escaping (Engine) -> Void) throws { try run(body) }

    /// Runs a closure on a new thread, once the runspace gets the interpreter lock.
    /// - Throws: `ValueError` where the runspace is not open or the thread cannot be started.
    func run(_ body: @escaping (Engine) -> Void) throws {
        guard let engine, state == .opened else {
            throw ValueError(
                "The runspace state is not valid for this operation: it is \(state.rawValue), and has to be Opened.",
                id: "InvalidRunspaceState", exception: "System.Management.Automation.Runspaces.InvalidRunspaceStateException",
                category: "InvalidOperation")
        }
        running += 1
        isNew = false
        let work = Work(engine) { [self] engine in
            body(engine)
            running -= 1
            engine.announce()
        }
        do { try SystemThread.start(stackSize: Self.stackSize) { work.run() } } catch {
            running -= 1
            throw ValueError(
                "A thread for the runspace cannot be started: \(error). End some of what runs, or lower the throttle limit.",
                id: "ThreadNotStarted", category: "ResourceUnavailable")
        }
    }

    public override var type: ObjectType { RunspaceTypes.runspace }
}

extension Engine {
    /// The runspaces of the session, this engine's among them.
    public var runspaces: [Runspace] { family.runspaces }
}
