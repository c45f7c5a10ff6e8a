import CmdletKit
import Syntax
import Values

/// Where a command's streams go once its redirections are applied.
struct RoutedStreams {
    var output: any OutputSink
    var streams: Streams
    /// Files that were opened and have to be closed.
    var files: [any OutputSink] = []
    /// Host paths for streams 1 and 2, so that a program writes its bytes to the file itself.
    var nativeOutput: (path: String, append: Bool)?
    var nativeError: (path: String, append: Bool)?
    var dropsNativeError = false
    var mergesError = false

    func finish() throws { for file in files { try file.finish() } }
}

enum Redirector {
    static func route(_ redirections: [CompiledRedirection], output: any OutputSink, streams: Streams, _ frame: Frame) throws
        -> RoutedStreams
    {
        var routed = RoutedStreams(output: output, streams: streams)
        // Output first: `2>&1 > file` sends both to where output goes in the end, as PowerShell does.
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

/// `> variable:name`: the objects of a stream become the variable's value.
private final class VariableSink: OutputSink {
    private let name: String
    private let scope: Scope
    private var values: [Value]

    /// - Returns: nil for what is a file.
    /// - Throws: for an entry of another drive, which takes no stream.
    init?(_ path: String, append: Bool, _ frame: Frame) throws {
        // Most paths are plain names of files: only a drive, or a location on one, can lead elsewhere.
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

/// `1>&2`: objects as text on the error stream.
private final class ErrorText: OutputSink {
    private let engine: Engine
    init(_ engine: Engine) { self.engine = engine }
    func write(_ value: Value) throws -> Flow {
        engine.host.writeError(ErrorRecord(value.displayText, id: "RedirectedOutput"))
        return .more
    }
}
