import CmdletKit
import Values

/// Where the streams beside output go: to the host's display, or to a sink where they are redirected or merged.
public struct Streams {
    /// nil where nothing is redirected or collected, as in most frames. Shared until changed: each call makes a frame, and would copy and
    /// count nine references.
    private var shared: Shared?

    private final class Shared {
        var routes: Routes
        init(_ routes: Routes) { self.routes = routes }
    }

    private struct Routes {
        var error: (any OutputSink)?
        var warning: (any OutputSink)?
        var verbose: (any OutputSink)?
        var debug: (any OutputSink)?
        var information: (any OutputSink)?
        var progress: (any OutputSink)?
        var errorLists: [ListObject] = []
        var warningLists: [ListObject] = []
        var informationLists: [ListObject] = []
    }

    private var routes: Routes {
        get { shared?.routes ?? Routes() }
        set { shared = Shared(newValue) }
    }

    public init() {}

    /// nil: the host shows it.
    public var error: (any OutputSink)? {
        get { shared?.routes.error }
        set { routes.error = newValue }
    }
    public var warning: (any OutputSink)? {
        get { shared?.routes.warning }
        set { routes.warning = newValue }
    }
    public var verbose: (any OutputSink)? {
        get { shared?.routes.verbose }
        set { routes.verbose = newValue }
    }
    public var debug: (any OutputSink)? {
        get { shared?.routes.debug }
        set { routes.debug = newValue }
    }
    public var information: (any OutputSink)? {
        get { shared?.routes.information }
        set { routes.information = newValue }
    }
    public var progress: (any OutputSink)? {
        get { shared?.routes.progress }
        set { routes.progress = newValue }
    }

    /// The variables of -ErrorVariable, -WarningVariable and -InformationVariable of the functions around, which collect what is written
    /// below them.
    var errorLists: [ListObject] {
        get { shared?.routes.errorLists ?? [] }
        set { routes.errorLists = newValue }
    }
    var warningLists: [ListObject] {
        get { shared?.routes.warningLists ?? [] }
        set { routes.warningLists = newValue }
    }
    var informationLists: [ListObject] {
        get { shared?.routes.informationLists ?? [] }
        set { routes.informationLists = newValue }
    }

    /// For a command that another one follows: only the last of a pipeline's commands writes for the function around.
    var uncollected: Streams {
        guard shared != nil else { return self }
        var streams = self
        streams.errorLists = []
        streams.warningLists = []
        streams.informationLists = []
        return streams
    }

    /// Adds an error to the variables that collect it.
    func collect(_ record: ErrorRecord) {
        for list in errorLists where list.elements.last?.asObject(ErrorRecord.self) !== record {
            list.elements.append(.object(record))
        }
    }
}

/// What the program around the engine shows to the user.
public protocol EngineHost: AnyObject {
    /// True where output is a terminal that understands escape sequences.
    var usesColour: Bool { get }
    /// `$PSStyle` of the session.
    var style: StyleObject { get }
    /// Files that get what it shows.
    var transcripts: Transcripts { get }
    /// Columns of the terminal, or the width that output without one is formatted for.
    var width: Int { get }
    /// Where objects of the last stage go: the default formatter.
    func makeOutput(_ engine: Engine) -> any OutputSink
    /// Where objects that are redirected to a file go: formatted as on the display, without escape sequences.
    func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink
    /// Objects as the display would show them, handed on line by line: what a program reads from its input.
    func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink
    /// Text of Write-Host.
    func writeText(_ text: String, newline: Bool, foreground: String?, background: String?)
    func writeError(_ record: ErrorRecord)
    /// A line of the warning, verbose or debug stream, with its stream's name in capitals before it.
    func writeLine(_ label: String, _ text: String)
    /// Ends what formatting holds back, before a native program or a prompt writes to the terminal.
    func flush()
    /// Reads a line from the user; nil at the end of input or where nobody can answer. Called while code of other runspaces runs: it touches
    /// no values.
    func readLine(prompt: String, hidesInput: Bool) -> String?
    /// The standard streams that native programs inherit; nil where their output has to be captured and formatted.
    var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { get }
}

/// `exit` with its code, on its way to the script or shell that it ends.
public struct ExitRequest: Error {
    public let code: Int32
    public init(code: Int32) { self.code = code }
}

/// Ctrl-C, on its way to the prompt.
public struct PipelineStopped: Error {
    public init() {}
}

/// A `break`, `continue` or `return` on its way to the statement that it ends.
///
/// An error only where a completion cannot be handed on: out of an expression, and for `break` and `continue` out of a script block, function
/// or pipeline, up to the loop around the caller (about_Break).
struct EarlyExit: Error {
    let completion: Completion
    /// The loop that `break` or `continue` names.
    var label: String?
}

extension Error {
    /// Whether this is a way out of running code (`exit`, Ctrl-C, `break`, `continue`, `return`) and no failure: neither `catch` nor `trap`
    /// takes it, nothing shows it, and `finally` runs on its way.
    public var isFlowControl: Bool { self is PipelineStopped || self is ExitRequest || self is EarlyExit }
}
