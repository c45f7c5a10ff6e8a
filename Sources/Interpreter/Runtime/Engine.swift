import CmdletKit
import LinuxSystem
import SourceText
import Syntax
import Values

/// One runspace's interpreter: its global scope, commands, types, errors and current location.
///
/// A class, because everything that runs shares it. Of a session's engines only one interprets at a time, on any thread
/// (`Runspace`); other threads may touch nothing of it but `interrupt`.
public final class Engine: ServiceProvider {
    /// The program around the engine, which shows what reaches no sink.
    public let host: any EngineHost
    /// The session state of the shell itself; each module has one of its own.
    public let globalState: SessionState
    /// The global scope: the outermost one of `globalState`.
    public let global: Scope
    /// The scope of the innermost running block.
    public internal(set) var current: Scope
    /// The cmdlets, built-in aliases and built-in programs. Functions and other aliases live in scopes.
    public var commands = CommandTable()
    /// The types that scripts can name.
    public var types: TypeTable
    /// The classes and enumerations of each text, by the identity of its source file. The file is held too, as its identity is only
    /// its own while it lives.
    var textTypes: [ObjectIdentifier: (file: SourceFile, types: ScopedTypes)] = [:]
    /// What Update-TypeData added to types.
    public var typeData = TypeDataTable()
    /// The current location, drives and path style.
    public var fileSystem: FileSystemView
    /// What other threads and signal handlers raise to stop the engine or to have it run an event's action.
    public let interrupt: Interrupt
    /// `$env:`, which all runspaces of the session share.
    public var environment: EnvironmentVariables { fileSystem.environment }
    /// `$PSStyle`.
    public var style: StyleObject { host.style }
    /// The runspaces of the session, this engine's among them.
    package let family: RunspaceFamily
    /// The actions of events; nil until a script has subscribed to one.
    package var pendingActions: (any PendingActions)?
    /// True where confirmations take their default answer without asking: `[InternalTestHooks]::SetTestHook` of a test.
    package var takesDefaultChoices = false
    /// True while the prompt waits for a line and no code runs.
    package var isIdle = false
    /// The values of `$using:` variables by lower-case name, for code that another runspace handed to this engine.
    var usingValues: [String: Value]?
    /// `$Error`, newest first.
    public let errors = ListObject()
    /// `$?`.
    public internal(set) var succeeded = true
    /// `$LASTEXITCODE`.
    public var lastExitCode: Int32 = 0 {
        didSet { global.assign("LASTEXITCODE", .int(lastExitCode)) }
    }
    /// A reference to the engine for objects that can outlive the session.
    public let link = EngineLink()
    /// The depth to which running code is nested.
    var depth = CallDepth()
    /// The number of running `try` blocks with a `catch`, blocks with traps and methods of classes: above 0 errors of statements are thrown.
    var tryDepth = 0
    /// `$args` of calls without arguments, shared by all of them: an empty array cannot change.
    let noArguments = Value.array([])
    /// The functions and scripts that are running, innermost last.
    var callStack: [RunningCall] = []
    /// The breakpoints of Set-PSBreakpoint and the tracing of Set-PSDebug.
    public let breakpoints = Breakpoints()
    /// Counts changes of functions and aliases, so that call sites know when to look their command up again.
    package let definitions = DefinitionCounter()
    /// The loaded modules, in the order in which they were loaded.
    public internal(set) var modules: [ModuleInfo] = []
    /// The modules whose code is running, innermost last.
    var loadingModules: [ModuleInfo] = []
    /// The manifests that are being loaded, innermost last, each with the module it makes.
    var loadingManifests: [(path: String, module: ModuleInfo)] = []
    /// Built-in modules that Remove-Module removed.
    var removedBuiltins: Set<FoldedName> = []
    /// True while a command's module is being imported for it, so that the import does not autoload in turn.
    var isAutoloading = false
    /// The module that exports each command, for the value of `$env:PSModulePath` it was read under.
    var autoloadIndex: (path: String, commands: [FoldedName: String])?
    /// The compiled patterns of -match, -replace and -split.
    package let regexes = RegexCache()
    /// What `provide` registered, by type; the runspaces of a session share it.
    private var services: [ObjectIdentifier: Any] = [:]
    /// What `companion` made for this engine alone, by type.
    private var companions: [ObjectIdentifier: AnyObject] = [:]
    /// What each further runspace of the session starts with.
    private var foundation: Foundation?
    /// The locations that `Set-Location -` returns to, nearest last.
    var previousLocations: [String] = []
    /// The locations that `Set-Location +` goes forward to, nearest last.
    var nextLocations: [String] = []
    /// The lines entered so far, for Get-History.
    public var history: [HistoryEntry] = []

    /// Makes the first engine of a session, and with it its default runspace.
    /// - Parameter interrupt: what the program's signal handlers raise.
    public convenience init(
        host: any EngineHost, fileSystem: FileSystemView = FileSystemView(), interrupt: Interrupt = Interrupt()
    ) {
        self.init(host: host, fileSystem: fileSystem, interrupt: interrupt, family: RunspaceFamily(of: interrupt))
        _ = Runspace(first: self)
    }

    private init(host: any EngineHost, fileSystem: FileSystemView, interrupt: Interrupt, family: RunspaceFamily) {
        self.host = host
        self.fileSystem = fileSystem
        self.interrupt = interrupt
        self.family = family
        let sessionTypes = SessionTypes(TypeSession(paths: MachinePaths(fileSystem), link: link))
        types = TypeTable(further: { sessionTypes.find($0) }, names: { SessionTypeRegistry.names })
        globalState = SessionState()
        globalState.definitions = definitions
        global = globalState.root
        current = global
        AutomaticVariables.install(in: self)
        // A closure over the link and the style rather than `self.fileSystem`: drives are resolved while `fileSystem` is being
        // mutated, and a read of it then would be an exclusivity violation.
        self.fileSystem.driveRoot = { [link, isWindowsStyle = fileSystem.isWindowsStyle] name in
            link.engine?.driveRoot(name, isWindowsStyle: isWindowsStyle)
        }
        self.fileSystem.style = host.style
        link.engine = self
    }

    deinit {
        link.engine = nil
        globalState.dissolve()
    }

    /// Makes the engine of a further runspace: it copies the session's commands, types and services, and none of its variables.
    convenience init(beside other: Engine, host: any EngineHost) {
        self.init(host: host, fileSystem: other.fileSystem.fresh, interrupt: Interrupt(), family: other.family)
        let foundation = other.founded
        commands = foundation.commands
        types.add(allOf: foundation.types)
        services = foundation.services
        // Compiled code caches what its call sites resolved to in one engine, so that functions are compiled anew here.
        global.functions = foundation.functions?.mapValues {
            FunctionInfo(
                name: $0.name, block: ScriptBlock($0.block.syntax), isFilter: $0.isFilter, options: $0.options,
                description: $0.description)
        }
        self.foundation = foundation
        if let host = other.global.own("Host") { global.assign("Host", host) }
    }

    private struct Foundation {
        var commands: CommandTable
        var types: TypeTable
        var services: [ObjectIdentifier: Any]
        var functions: [FoldedName: FunctionInfo]?
    }

    private var founded: Foundation {
        foundation ?? Foundation(commands: commands, types: types, services: services, functions: nil)
    }

    /// Ends the program's setup of the first engine: further runspaces start with the commands, types, services and functions that
    /// it has now.
    public func completeSetup() {
        foundation = Foundation(commands: commands, types: types, services: services, functions: global.functions)
    }

    /// Registers a service, which cmdlets ask for by its type.
    public func provide<T>(_ service: T, as type: T.Type = T.self) { services[ObjectIdentifier(type)] = service }

    /// The service of a type; the engine itself for `Engine`. nil where none was provided.
    public func service<T>(_ type: T.Type) -> T? {
        if T.self == Engine.self { return self as? T }
        return services[ObjectIdentifier(type)] as? T
    }

    /// A part of this engine that another target defines, such as its jobs or events: made at the first call and kept by its type.
    /// Each runspace has its own, unlike services, which the session shares.
    package func companion<T: AnyObject>(_ type: T.Type = T.self, make: () -> T) -> T {
        if let known = companions[ObjectIdentifier(type)] as? T { return known }
        let made = make()
        companions[ObjectIdentifier(type)] = made
        return made
    }

    /// Lets other runspaces take their turn and runs the actions of events; called at every loop's iteration and pipeline's step.
    /// - Throws: `PipelineStopped` after Ctrl-C; what an event's action throws to end the running code (`PendingActions.run`).
    @inline(__always) package func checkStop() throws {
        if interrupt.isRaised { try heed() }
    }

    /// The value of a variable as read from the current scope; `$null` where it was never set.
    public func variable(_ name: String) -> Value { current.value(name) ?? .null }

    /// Adds an error to the front of `$Error`, unless it stands there already.
    package func remember(_ record: ErrorRecord) {
        settleOverflow()
        if case .object(let newest)? = errors.elements.first, newest === record { return }
        errors.elements.insert(.object(record), at: 0)
        let limit = 256
        if errors.elements.count > limit { errors.elements.removeLast(errors.elements.count - limit) }
    }

    /// Reports a non-terminating error: adds it to `$Error` and -ErrorVariable, and writes it to the error stream or shows it.
    func report(_ record: ErrorRecord, to streams: Streams) throws {
        remember(record)
        streams.collect(record)
        succeeded = false
        if let sink = streams.error {
            _ = try sink.write(.object(record))
        } else {
            host.writeError(record)
        }
    }

    /// Wraps an error in a record, with the position and stack trace where it has none yet.
    func locate(_ error: any Error, file: SourceFile, span: SourceSpan) -> ErrorRecord {
        let record = ErrorRecord.wrapping(error)
        if record.position == nil { record.position = ErrorPosition(file: file, span: span) }
        if record.stackTrace.isEmpty {
            // The innermost ones alone: a recursion that throws at each of ten thousand levels would write the whole list each time.
            record.stackTrace = callStackEntries(at: record.position, most: 100).map { entry in
                "at \(entry.function), \(entry.position?.file.path ?? "<No file>"): line \(entry.position?.start.line ?? 0)"
            }
            .joined(separator: "\n")
        }
        return record
    }
}

/// A line of Get-History (Microsoft.PowerShell.Commands.HistoryInfo).
public struct HistoryEntry {
    /// The number of the line in the session.
    public var id: Int
    /// The text as it was entered.
    public var commandLine: String
    /// When the line started to run.
    public var start: DateTime
    /// When the line had run.
    public var end: DateTime
    /// Whether the line ran without an error (ExecutionStatus Completed).
    public var succeeded: Bool

    /// Makes an entry.
    public init(id: Int, commandLine: String, start: DateTime, end: DateTime, succeeded: Bool) {
        self.id = id
        self.commandLine = commandLine
        self.start = start
        self.end = end
        self.succeeded = succeeded
    }
}
