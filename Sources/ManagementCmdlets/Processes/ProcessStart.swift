import Glibc
import Interpreter
import LinuxSystem
import ScriptTypes
import Values

/// The redirected streams of a process that a script started with `[Diagnostics.Process]`; nil for those that are not redirected.
struct RedirectedStreams {
    var input: TextWriterObject?
    var output: TextReaderObject?
    var error: TextReaderObject?
}

extension ProcessObject {
    /// Starts the program of `startInfo`.
    /// - Throws: `ValueError`, as .NET: InvalidOperationException if `startInfo` is incomplete or contradictory, Win32Exception if
    ///   the program cannot be started.
    func start() throws {
        guard let engine = Engine.ofThread, let info = startInfo, !info.fileName.isEmpty else {
            throw Self.refused("Cannot start process because a file name has not been provided.")
        }
        guard !info.usesShell || !(info.redirectsInput || info.redirectsOutput || info.redirectsError) else {
            throw Self.refused(
                "The Process object must have the UseShellExecute property set to false in order to redirect IO streams.")
        }
        let folder = try Self.folder(info, engine)
        guard let (program, words) = try? ProgramSearch.find(info.fileName, info.words, engine) else {
            throw Self.failed(info, folder, String(cString: strerror(ENOENT)))
        }
        var options = SpawnOptions(arguments: [program] + words)
        options.workingDirectory = folder
        options.environment = info.pairs ?? engine.environment.pairs
        engine.host.flush()
        let inherited = engine.host.nativeDescriptors
        var streams = RedirectedStreams()
        // The child's ends of the pipes, which this process closes once the child has them.
        var ends: [Descriptor] = []
        defer { for end in ends { end.close() } }
        func pipe(forOutput: Bool) throws -> (own: Int32, childs: Int32) {
            let (read, write) = try Descriptor.pipe()
            ends.append(forOutput ? write : read)
            return ((forOutput ? read : write).release(), (forOutput ? write : read).raw)
        }
        func reader(_ encoding: Value) throws -> (TextReaderObject, Int32) {
            let (own, childs) = try pipe(forOutput: true)
            return (
                TextReaderObject(StreamObject(file: own, path: info.fileName), encoding.asObject(EncodingObject.self)), childs
            )
        }
        var descriptors = (input: inherited?.input, output: inherited?.output, error: inherited?.error)
        if info.redirectsInput {
            let (own, childs) = try pipe(forOutput: false)
            streams.input = TextWriterObject(
                StreamObject(file: own, path: info.fileName), info.inputEncoding.asObject(EncodingObject.self))
            descriptors.input = childs
        }
        if info.redirectsOutput {
            let (made, childs) = try reader(info.outputEncoding)
            (streams.output, descriptors.output) = (made, childs)
        }
        if info.redirectsError {
            let (made, childs) = try reader(info.errorEncoding)
            (streams.error, descriptors.error) = (made, childs)
        }
        options.setStandard(input: descriptors.input, output: descriptors.output, error: descriptors.error)
        let child: ChildProcess
        do { child = try spawn(program, options) } catch {
            throw Self.failed(info, folder, String(cString: strerror(error.number)))
        }
        adopt(child, program: program)
        redirected = streams
        StartedProcesses.of(engine).add(child)
    }

    private static func folder(_ info: ProcessStartInfo, _ engine: Engine) throws -> String {
        guard !info.workingDirectory.isEmpty else { return engine.fileSystem.hostLocation }
        guard case .file(let host) = try engine.itemPath(info.workingDirectory), engine.fileSystem.isDirectory(host) else {
            throw failed(info, info.workingDirectory, String(cString: strerror(ENOENT)))
        }
        return host
    }

    private static func refused(_ message: String) -> ValueError {
        ValueError(
            message, id: "InvalidOperationException", exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    private static func failed(_ info: ProcessStartInfo, _ folder: String, _ reason: String) -> ValueError {
        ValueError(
            "An error occurred trying to start process '\(info.fileName)' with working directory '\(folder)'. \(reason)",
            id: "Win32Exception", exception: "System.ComponentModel.Win32Exception", category: "NotSpecified")
    }

    /// A redirected stream of a process, for StandardInput, StandardOutput and StandardError.
    /// - Throws: `ValueError` (InvalidOperationException) if the stream is not redirected.
    static func stream<T: Object>(_ value: Value, _ name: String, _ pick: (RedirectedStreams) -> T?) throws -> Value {
        guard let process = value.asObject(ProcessObject.self), let stream = pick(process.redirected) else {
            throw refused("\(name) has not been redirected, or the process hasn't started yet.")
        }
        return .object(stream)
    }
}
