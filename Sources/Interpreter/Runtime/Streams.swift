import CmdletKit
import Values

/// Where the streams other than output go: to the host's display, or to a sink where they are redirected, merged or collected.
public struct Streams {
    /// nil where nothing is redirected or collected, as in most frames. Copied on write: each call makes a frame, and would
    /// otherwise copy and retain nine references.
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

    /// Makes streams that all go to the host.
    public init() {}

    /// Stream 2; nil: the host shows it.
    public var error: (any OutputSink)? {
        get { shared?.routes.error }
        set { routes.error = newValue }
    }
    /// Stream 3; nil: the host shows it.
    public var warning: (any OutputSink)? {
        get { shared?.routes.warning }
        set { routes.warning = newValue }
    }
    /// Stream 4; nil: the host shows it.
    public var verbose: (any OutputSink)? {
        get { shared?.routes.verbose }
        set { routes.verbose = newValue }
    }
    /// Stream 5; nil: the host shows it.
    public var debug: (any OutputSink)? {
        get { shared?.routes.debug }
        set { routes.debug = newValue }
    }
    /// Stream 6; nil: the host shows it.
    public var information: (any OutputSink)? {
        get { shared?.routes.information }
        set { routes.information = newValue }
    }
    /// Progress records, which PowerShell gives no number; nil: the host shows them.
    public var progress: (any OutputSink)? {
        get { shared?.routes.progress }
        set { routes.progress = newValue }
    }

    /// The variables of -ErrorVariable, -WarningVariable and -InformationVariable of the calling functions, which also collect what
    /// their callees write.
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

    /// The streams for a command that is not the last of its pipeline: only the last one's errors reach the variables of the
    /// calling function.
    var uncollected: Streams {
        guard shared != nil else { return self }
        var streams = self
        streams.errorLists = []
        streams.warningLists = []
        streams.informationLists = []
        return streams
    }

    /// Adds an error to the -ErrorVariable variables that collect it.
    func collect(_ record: ErrorRecord) {
        for list in errorLists where list.elements.last?.asObject(ErrorRecord.self) !== record {
            list.elements.append(.object(record))
        }
    }
}

/// The program around the engine: the display and the user.
public protocol EngineHost: AnyObject {
    /// Whether the display is a terminal that takes escape sequences.
    var usesColour: Bool { get }
    /// `$PSStyle`.
    var style: StyleObject { get }
    /// The files of Start-Transcript, which record what the host shows.
    var transcripts: Transcripts { get }
    /// The columns of the terminal; without one, the width that output is formatted for.
    var width: Int { get }
    /// A sink that formats and shows the objects that leave a pipeline (Out-Default).
    func makeOutput(_ engine: Engine) -> any OutputSink
    /// A sink that writes objects to a file, formatted as on the display and without escape sequences (`>`).
    /// - Throws: `ValueError` where the file cannot be opened.
    func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink
    /// A sink that formats objects as on the display and calls a closure with each line: for the standard input of native programs.
    func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink
    /// Shows text, such as that of Write-Host; colours are names of System.ConsoleColor.
    func writeText(_ text: String, newline: Bool, foreground: String?, background: String?)
    /// Shows an error.
    func writeError(_ record: ErrorRecord)
    /// Shows a line of the warning, verbose or debug stream after its label, such as `WARNING`.
    func writeLine(_ label: String, _ text: String)
    /// Shows what formatting holds back, before a native program or the prompt writes to the terminal.
    func flush()
    /// Reads a line from the user; nil at the end of input or where no user can answer. Other runspaces run meanwhile: an
    /// implementation must not touch values.
    func readLine(prompt: String, hidesInput: Bool) -> String?
    /// The standard streams that native programs inherit; nil where their output has to be captured and formatted.
    var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { get }
}

/// `exit`, unwinding to the script or shell that it ends.
public struct ExitRequest: Error {
    /// The exit code.
    public let code: Int32
    /// Makes the request.
    public init(code: Int32) { self.code = code }
}

/// Ctrl-C or Stop-Job, unwinding to the prompt or the job.
public struct PipelineStopped: Error {
    /// Makes the request.
    public init() {}
}
