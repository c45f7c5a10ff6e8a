import CmdletKit
import SourceText
import Syntax
import Values

/// One session of the language: its global scope, its commands, its errors and its place in the file system.
///
/// A class, because everything that runs shares it. Of a session's engines one interprets at a time, on whatever thread it is (`Runspace`);
/// only `interrupt` may be touched from others.
public final class Engine: ServiceProvider {
    public let host: any EngineHost
    /// The shell's own state; modules have others.
    public let globalState: SessionState
    public let global: Scope
    /// The scope of the innermost running block.
    public internal(set) var current: Scope
    public var commands = CommandTable()
    public var types: TypeTable
    /// The types of scripts by the text that names them; with the text, as long as which its place in memory means it.
    var textTypes: [ObjectIdentifier: (file: SourceFile, types: ScriptTypes)] = [:]
    /// What scripts add to types.
    public var typeData = TypeDataTable()
    public var fileSystem: FileSystemView
    public let interrupt: Interrupt
    /// `$PSStyle`.
    public var style: StyleObject { host.style }
    /// The runspaces of the session that this engine is one of.
    let family: RunspaceFamily
    /// The jobs that code of this engine started.
    public let jobs = JobTable()
    public let threadJobs = ThreadJobQueue()
    public private(set) lazy var events = EventManager(self)
    /// Confirmations take their default without asking.
    var takesDefaultChoices = false
    /// The prompt waits: no code runs.
    var isIdle = false
    /// What `$using:` names stand for, in lower case, in code that was given to this engine by another one.
    var usingValues: [String: Value]?
    /// `$Error`, newest first.
    public let errors = ListObject()
    /// `$?`.
    public internal(set) var succeeded = true
    /// `$LASTEXITCODE`.
    public var lastExitCode: Int32 = 0 {
        didSet { global.assign("LASTEXITCODE", .int(lastExitCode)) }
    }
    /// For objects that outlive the session.
    public let link = EngineLink()
    /// How far the code that runs is nested.
    var depth = CallDepth()
    /// How many try blocks are running around this point.
    var tryDepth = 0
    /// `$args` of calls without any: an empty array never changes, so that all of them share it.
    let noArguments = Value.array([])
    /// The functions and scripts that are running, innermost last.
    var callStack: [RunningCall] = []
    /// Where scripts stop for a moment.
    public let breakpoints = Breakpoints()
    /// Changes of functions and aliases so far, for call sites.
    let definitions = DefinitionCounter()
    /// The modules that are loaded, in the order in which they were.
    public internal(set) var modules: [ModuleInfo] = []
    /// The modules whose code runs at the moment, innermost last.
    var loadingModules: [ModuleInfo] = []
    /// The manifests that are being loaded, innermost last, with the modules that come of them.
    var loadingManifests: [(path: String, module: ModuleInfo)] = []
    /// Modules of the shell's own that Remove-Module took out.
    var removedBuiltins: Set<FoldedName> = []
    var isAutoloading = false
    var autoloadIndex: (path: String, commands: [FoldedName: String])?
    /// Compiled patterns of -match, -replace and -split.
    package let regexes = RegexCache()
    private var services: [ObjectIdentifier: Any] = [:]
    /// What every runspace of the session begins with.
    private var foundation: Foundation?
    /// The locations that `Set-Location -` goes back to, and `+` forward to; the nearest last.
    var previousLocations: [String] = []
    var nextLocations: [String] = []
    /// Lines entered so far, for Get-History.
    public var history: [HistoryEntry] = []

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
        let ownTypes = EngineTypes(MachinePaths(drives: fileSystem.drives), link)
        types = TypeTable(further: { ownTypes.find($0) }, names: { ownTypes.names })
        globalState = SessionState()
        globalState.definitions = definitions
        global = globalState.root
        current = global
        AutomaticVariables.install(in: self)
        // Asked while the file system changes: it may not be read for the answer.
        self.fileSystem.driveRoot = { [link, isWindowsStyle = fileSystem.isWindowsStyle] name in
            link.engine?.driveRoot(name, isWindowsStyle: isWindowsStyle)
        }
        self.fileSystem.style = host.style
        types.add(ScriptBlock.objectType, "scriptblock")
        link.engine = self
        for type in CompletionObjects.types(of: link) { types.add(type) }
    }

    deinit {
        link.engine = nil
        globalState.dissolve()
    }

    /// Another engine of the same session, with commands, types and services of its own copy and none of the variables.
    convenience init(beside other: Engine, host: any EngineHost) {
        self.init(host: host, fileSystem: other.fileSystem.fresh, interrupt: Interrupt(), family: other.family)
        let foundation = other.founded
        commands = foundation.commands
        types.add(allOf: foundation.types)
        services = foundation.services
        // Compiled code remembers what it called: each engine has its own.
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

    /// Ends what the program around sets up: what there is now, other runspaces begin with.
    public func completeSetup() {
        foundation = Foundation(commands: commands, types: types, services: services, functions: global.functions)
    }

    /// Makes something available to cmdlets by its type.
    public func provide<T>(_ service: T, as type: T.Type = T.self) { services[ObjectIdentifier(type)] = service }

    public func service<T>(_ type: T.Type) -> T? {
        if T.self == Engine.self { return self as? T }
        return services[ObjectIdentifier(type)] as? T
    }

    /// - Throws: where what runs is to stop. Other runspaces have their turn here.
    @inline(__always) package func checkStop() throws {
        if interrupt.isRaised { try heed() }
    }

    /// The value of a variable as code at this point would read it; null where it was never set.
    public func variable(_ name: String) -> Value { current.value(name) ?? .null }

    /// Puts an error in `$Error`, unless it is its newest already.
    func remember(_ record: ErrorRecord) {
        settleOverflow()
        if case .object(let newest)? = errors.elements.first, newest === record { return }
        errors.elements.insert(.object(record), at: 0)
        let limit = 256
        if errors.elements.count > limit { errors.elements.removeLast(errors.elements.count - limit) }
    }

    /// Shows or hands on an error that ends nothing.
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

    /// Fills in what an error does not know of itself yet.
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

/// A line that was entered.
public struct HistoryEntry {
    public var id: Int
    public var commandLine: String
    public var start: DateTime
    public var end: DateTime
    public var succeeded: Bool

    public init(id: Int, commandLine: String, start: DateTime, end: DateTime, succeeded: Bool) {
        self.id = id
        self.commandLine = commandLine
        self.start = start
        self.end = end
        self.succeeded = succeeded
    }
}
