import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// The work of Set-Content and Add-Content, which differ in whether the old content is kept: opens the targets, writes the values,
/// closes.
struct ContentWriter {
    /// What the parameters ask for.
    struct Options {
        var append = false
        var newline = true
        var encoding: TextEncoding?
        var asBytes = false
        var force = false
        var filter = NameFilter()
        var literal = false
    }

    private let options: Options
    private let action: String
    private var files: [FileWriter] = []
    private var entries: [(provider: Provider, name: String, values: [Value])] = []

    init(_ options: Options, action: String) {
        self.options = options
        self.action = action
    }

    /// Opens the files and entries that paths name. A path that cannot be opened is a non-terminating error.
    /// - Throws: what `writeError` throws.
    mutating func open(_ paths: [String], _ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var opened: [FileWriter] = []
        var found: [(Provider, String)] = []
        try runtime.forEach(paths) { path in
            for target in try targets(path, engine) {
                switch target {
                case .file(let host):
                    let shown = engine.fileSystem.display(host)
                    guard try runtime.shouldProcess(target: "Path: \(shown)", action: action) else { continue }
                    if engine.fileSystem.isDirectory(host) {
                        throw ValueError(
                            "Unable to write content because it is a directory: '\(shown)'.", id: "WriteContainerContentException",
                            exception: "System.InvalidOperationException", category: "InvalidOperation")
                    }
                    opened.append(try open(host, shown))
                case .entry(let provider, let name):
                    guard try runtime.shouldProcess(target: "Path: \(name)", action: action) else { continue }
                    found.append((provider, name))
                }
            }
        }
        files = opened
        for (provider, name) in found {
            let kept = options.append ? EntryTable(provider, engine).value(name)?.enumeratedOrSelf ?? [] : []
            entries.append((provider, name, kept))
        }
    }

    private func open(_ host: String, _ shown: String) throws -> FileWriter {
        do {
            return try FileWriter(
                host, shownAs: shown, append: options.append, force: options.force,
                encoding: options.asBytes ? .utf8NoBOM : options.encoding ?? Self.existing(host, options.append))
        } catch let error as ValueError {
            // The content cmdlets have error IDs of their own for the failures of opening a file.
            let id =
                switch error.exceptionType {
                case "System.IO.DirectoryNotFoundException": "GetContentWriterDirectoryNotFoundError"
                case "System.UnauthorizedAccessException": "GetContentWriterUnauthorizedAccessError"
                default: "GetContentWriterIOError"
                }
            throw ValueError(error.message, id: id, exception: error.exceptionType, category: error.category)
        }
    }

    /// The encoding to append in: that of the file's byte order mark, or UTF-8.
    private static func existing(_ host: String, _ append: Bool) -> TextEncoding {
        guard append, let head = try? Files.read(host, limit: 1 << 30).prefix(4) else { return .utf8NoBOM }
        return TextEncoding.mark(head)?.encoding ?? .utf8NoBOM
    }

    /// The files and entries that a path names. A path without wildcards need not exist.
    private func targets(_ path: String, _ engine: Engine) throws -> [ItemPath] {
        if !options.literal, Wildcard.isPattern(path) {
            return try PathResolver(engine: engine, filter: options.filter).resolve(path).map { item in
                switch item {
                case .file(let file): .file(file.hostPath)
                case .entry(let provider, let name): .entry(provider, name: name)
                }
            }
        }
        let target = try engine.itemPath(options.literal ? path : Wildcard.unescaped(path))
        let name = PathParts(path, isWindows: false).leaf
        return options.filter.accepts(name) ? [target] : []
    }

    /// Writes values to all targets: a line for each value, or bytes with -AsByteStream.
    /// - Throws: `ValueError` if a value is no byte with -AsByteStream, or if a file cannot be written.
    mutating func write(_ values: [Value]) throws {
        for place in entries.indices { entries[place].values += values }
        for file in files {
            for value in values {
                if options.asBytes {
                    try file.write(bytes: try Self.bytes(value))
                } else {
                    try file.write(value.displayText + (options.newline ? "\n" : ""))
                }
            }
        }
    }

    private static func bytes(_ value: Value) throws -> [UInt8] {
        try value.enumeratedOrSelf.map { element in
            guard case .string = element else {
                if let byte = (try? Conversion.integer(element)).flatMap({ UInt8(exactly: $0) }) { return byte }
                throw notByte
            }
            throw notByte
        }
    }

    private static var notByte: ValueError {
        ValueError(
            "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.",
            id: "GetContentWriterArgumentError",
            exception: "System.ArgumentException", category: "InvalidArgument")
    }

    /// Closes the files and sets the entries to their values.
    /// - Throws: `ValueError` if a file cannot be written or an entry cannot be set.
    mutating func close(_ engine: Engine) throws {
        for file in files { try file.close() }
        files = []
        for entry in entries {
            try EntryTable(entry.provider, engine).set(entry.name, Value.collapsing(entry.values).orNull, force: options.force)
        }
        entries = []
    }
}
