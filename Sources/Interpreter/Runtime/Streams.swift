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
