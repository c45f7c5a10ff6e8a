import CmdletKit
import SourceText
import Syntax
import Values

/// One session of the language: its global scope, its commands, its errors and its place in the file system.
///
/// A class, because everything that runs shares it. It belongs to one thread; only `interrupt` may be touched from others.
public final class Engine: ServiceProvider {
    public let host: any EngineHost
    /// The shell's own state; modules have others.
    public let globalState: SessionState
    public let global: Scope
    /// The scope of the innermost running block.
    public internal(set) var current: Scope
    public var commands = CommandTable()
    public var types: TypeTable
    public var fileSystem: FileSystemView
    public let interrupt: Interrupt
    /// `$PSStyle`.
    public var style: StyleObject { host.style }
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
    /// How many try blocks are running around this point.
    var tryDepth = 0
    var stack: StackGuard
    /// The functions and scripts that are running, innermost last.
    var callStack: [RunningCall] = []
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
    /// The locations that `Set-Location -` goes back to, and `+` forward to; the nearest last.
    var previousLocations: [String] = []
    var nextLocations: [String] = []
    /// Lines entered so far, for Get-History.
    public var history: [HistoryEntry] = []

    public init(host: any EngineHost, fileSystem: FileSystemView = FileSystemView(), interrupt: Interrupt = Interrupt()) {
        self.host = host
        self.fileSystem = fileSystem
        self.interrupt = interrupt
        let ownTypes = EngineTypes(MachinePaths(drives: fileSystem.drives))
        types = TypeTable(further: { ownTypes.find($0) })
        globalState = SessionState()
        globalState.definitions = definitions
        global = globalState.root
        current = global
        stack = StackGuard()
        AutomaticVariables.install(in: self)
        self.fileSystem.driveRoot = { [unowned self] name in
            addedDrive(name).flatMap { $0.provider == .fileSystem ? $0.root : nil }
        }
        self.fileSystem.style = host.style
        types.add(ScriptBlock.objectType, "scriptblock")
        link.engine = self
        for type in CompletionObjects.types(of: link) { types.add(type) }
    }

    deinit { link.engine = nil }

    /// Adopts the stack of the thread that runs scripts from now on.
    public func adoptThread() { stack = StackGuard() }

    /// Makes something available to cmdlets by its type.
    public func provide<T>(_ service: T, as type: T.Type = T.self) { services[ObjectIdentifier(type)] = service }

    public func service<T>(_ type: T.Type) -> T? {
        if T.self == Engine.self { return self as? T }
        return services[ObjectIdentifier(type)] as? T
    }

    @inline(__always) func checkStop() throws {
        if interrupt.isRequested { throw PipelineStopped() }
    }

    /// The value of a variable as code at this point would read it; null where it was never set.
    public func variable(_ name: String) -> Value { current.value(name) ?? .null }

    /// Puts an error in `$Error`, unless it is its newest already.
    func remember(_ record: ErrorRecord) {
        if case .object(let newest)? = errors.elements.first, newest === record { return }
        errors.elements.insert(.object(record), at: 0)
        let limit = 256
        if errors.elements.count > limit { errors.elements.removeLast(errors.elements.count - limit) }
    }

    /// Shows or hands on an error that ends nothing.
    func report(_ record: ErrorRecord, to streams: Streams) throws {
        remember(record)
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
            record.stackTrace = callStackEntries(at: record.position).map { entry in
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
