import CmdletKit
import Syntax
import Values

/// Where a command's streams go after its redirections.
struct RoutedStreams {
    var output: any OutputSink
    var streams: Streams
    /// Sinks of files and variables that the redirections opened, to be finished at the command's end.
    var files: [any OutputSink] = []
    /// The files of streams 1 and 2, so that a native program writes its bytes to them directly.
    var nativeOutput: (path: String, append: Bool)?
    var nativeError: (path: String, append: Bool)?
    var dropsNativeError = false
    var mergesError = false

    func finish() throws { for file in files { try file.finish() } }
}

/// Applies redirections (about_Redirection).
enum Redirector {
    /// The streams after the redirections.
    /// - Throws: `ValueError` where a file cannot be opened or a drive takes no stream.
    static func route(_ redirections: [CompiledRedirection], output: any OutputSink, streams: Streams, _ frame: Frame) throws
        -> RoutedStreams
    {
        var routed = RoutedStreams(output: output, streams: streams)
        // Redirections of output first: `2>&1 > file` sends both streams to the file, as in PowerShell.
        for redirection in redirections where redirection.stream == .output || redirection.stream == .all {
            try apply(redirection, &routed, frame)
        }
        for redirection in redirections where redirection.stream != .output && redirection.stream != .all {
            try apply(redirection, &routed, frame)
        }
        return routed
    }

    private static func apply(_ redirection: CompiledRedirection, _ routed: inout RoutedStreams, _ frame: Frame) throws {
        switch redirection.target {
        case .merge(let into):
            guard into == .output else {
                if into == .error, redirection.stream == .output { routed.output = ErrorText(frame.engine) }
                return
            }
            if redirection.stream == .error || redirection.stream == .all { routed.mergesError = true }
            set(redirection.stream, routed.output, &routed)
        case .file(let evaluate, let append):
            let path = try evaluate(frame)
            if path.isNull {
                let null = NullSink()
                if redirection.stream == .output || redirection.stream == .all { routed.output = null }
                if redirection.stream == .error || redirection.stream == .all { routed.dropsNativeError = true }
                set(redirection.stream, null, &routed)
                return
            }
            let text = path.displayText
            if let sink = try VariableSink(text, append: append, frame) {
                routed.files.append(sink)
                if redirection.stream == .output || redirection.stream == .all { routed.output = sink }
                set(redirection.stream, sink, &routed)
                return
            }
            let file = try frame.engine.host.makeFileOutput(text, append: append, frame.engine)
            routed.files.append(file)
            let native = (path: frame.engine.fileSystem.hostPath(text), append: append)
            if redirection.stream == .output || redirection.stream == .all {
                routed.output = file
                routed.nativeOutput = native
            }
            if redirection.stream == .error { routed.nativeError = native }
            set(redirection.stream, file, &routed)
        }
    }

    private static func set(_ stream: OutputStream, _ sink: any OutputSink, _ routed: inout RoutedStreams) {
        switch stream {
        case .output: break
        case .error: routed.streams.error = sink
        case .warning: routed.streams.warning = sink
        case .verbose: routed.streams.verbose = sink
        case .debug: routed.streams.debug = sink
        case .information: routed.streams.information = sink
        case .all:
            routed.streams.error = sink
            routed.streams.warning = sink
            routed.streams.verbose = sink
            routed.streams.debug = sink
            routed.streams.information = sink
        }
    }
}

/// `> variable:name`: the stream's objects become the variable's value.
private final class VariableSink: OutputSink {
    private let name: String
    private let scope: Scope
    private var values: [Value]

    /// - Returns: nil where the path is that of a file.
    /// - Throws: `ValueError` where the path is on a drive other than the variable drive.
    init?(_ path: String, append: Bool, _ frame: Frame) throws {
        // Paths without a colon are files, unless the current location is on another provider's drive.
        guard path.contains(":") || frame.engine.locationProvider != nil,
            case .entry(let provider, let name)? = try? frame.engine.itemPath(path)
        else { return nil }
        guard provider == .variable else {
            throw ValueError(
                "Cannot redirect to '\(path)': a stream goes to a file, or to a variable as in variable:name.",
                id: "ReadWriteFileNotFileSystemProvider",
                exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidOperation")
        }
        self.name = name
        scope = frame.scope
        values = append ? (scope.value(name) ?? .null).enumeratedOrSelf : []
    }

    func write(_ value: Value) throws -> Flow {
        values.append(value)
        return .more
    }

    func finish() throws { scope.assign(name, .collapsing(values)) }
}

/// `1>&2`: the objects as text, shown as errors.
private final class ErrorText: OutputSink {
    private let engine: Engine
    init(_ engine: Engine) { self.engine = engine }
    func write(_ value: Value) throws -> Flow {
        engine.host.writeError(ErrorRecord(value.displayText, id: "RedirectedOutput"))
        return .more
    }
}
