import LinuxSystem
import Values

/// System.Management.Automation.Runspaces.Runspace: an engine of its own, with variables, functions and modules of its own, whose code runs
/// on threads of its own.
public final class Runspace: Object {
    public enum State: String, CaseIterable {
        case beforeOpen = "BeforeOpen", opening = "Opening", opened = "Opened", closed = "Closed", closing = "Closing",
            broken = "Broken"
    }

    private let link: EngineLink
    /// Kept alive by the runspace; nil for the session's first engine, and behind the end.
    private var owned: Engine?
    public private(set) var id = 0
    public var name: String
    public let instanceID = GuidType.random
    public private(set) var state: State
    /// How many threads run code of it: a moment two, where one begins another run as its last act.
    private var running = 0
    /// Code of it runs at the moment.
    public var isBusy: Bool { running > 0 }
    private var preparation: ((Runspace) throws -> Void)?
    /// Nothing ran in it yet.
    package private(set) var isNew = true
    /// Variables as they were at the beginning.
    private let initial: [(name: String, value: Value)]

    /// Stack for scripts that recurse: reserved, not used until they do.
    private static let stackSize = 256 << 20

    /// A new one beside an engine's, open.
    /// - Parameter host: where its code shows things.
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

    /// The runspace of a session's first engine.
    init(first engine: Engine) {
        link = engine.link
        initial = []
        state = .opened
        name = "Runspace1"
        super.init()
        id = engine.family.add(self)
        running = 1
    }

    /// Nil behind the end.
    public var engine: Engine? { link.engine }

    /// What it is to begin with, done when it is opened.
    package func atOpening(_ body: @escaping (Runspace) throws -> Void) { preparation = body }

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

    /// Ends it; what runs in it is stopped.
    public func close() {
        guard state != .closed else { return }
        engine?.interrupt.request()
        // The first engine's host is the shell's, which ends them with itself.
        if owned != nil { engine?.host.transcripts.endAll() }
        state = .closed
        engine?.family.remove(self)
        // While code of it runs, that code's thread keeps the engine.
        owned = nil
    }

    /// Gives the variables back what they were at the beginning; functions and modules stay.
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

    /// What goes into the thread and out of it.
    private final class Work: @unchecked Sendable {
        // Unchecked: touched by one that interprets, of which there is one at a time.
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
            // What the body holds goes while nobody else interprets.
            body = nil
            engine = nil
            lock.release()
        }
    }

    /// `run`, for the program around.
    package func perform(_ body: @escaping (Engine) -> Void) throws { try run(body) }

    /// Runs something in it, on a thread of its own. The body is called when it is this runspace's turn.
    /// - Throws: where no thread can be started, or the runspace has ended.
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
    /// The runspaces of the session, this one's among them.
    public var runspaces: [Runspace] { family.runspaces }
}
