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
