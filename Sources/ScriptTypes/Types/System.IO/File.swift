import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.File, over the paths of a session.
struct FileType: Sendable {
    let paths: MachinePaths

    private func failure(_ path: String, _ error: SystemError) -> ValueError {
        switch error.number {
        case ENOENT:
            return ValueError(
                "Could not find file '\(paths.full(path))'.", id: "FileNotFoundException",
                exception: "System.IO.FileNotFoundException",
                category: "NotSpecified")
        case EACCES, EPERM, EISDIR:
            return ValueError(
                "Access to the path '\(paths.full(path))' is denied.", id: "UnauthorizedAccessException",
                exception: "System.UnauthorizedAccessException", category: "NotSpecified")
        default:
            return ValueError(error.description, id: "IOException", exception: "System.IO.IOException", category: "NotSpecified")
        }
    }

    /// Runs system calls on a path.
    /// - Throws: `ValueError` with the exception that .NET has for the error number (FileNotFoundException for ENOENT).
    func using<T>(_ path: String, _ body: () throws(SystemError) -> T) throws -> T {
        guard !path.isEmpty else {
            throw ValueError(
                "The value cannot be an empty string. (Parameter 'path')", id: "ArgumentException",
                exception: "System.ArgumentException", category: "NotSpecified")
        }
        do { return try body() } catch { throw failure(path, error) }
    }

    /// The largest file that is read whole.
    private static let limit = 1 << 30

    private func read(_ path: String) throws -> [UInt8] {
        try using(path) { () throws(SystemError) in try Files.read(paths.host(path), limit: Self.limit) }
    }

    private func text(_ path: String, _ encoding: Value) throws -> String {
        let bytes = try read(path)
        if let given = encoding.asObject(EncodingObject.self), given.encoding.webName != "utf-8" {
            return given.text(bytes.starts(with: given.preamble) ? Array(bytes.dropFirst(given.preamble.count)) : bytes)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return EncodingObject(.unicode).text(Array(bytes.dropFirst(2))) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func lines(_ text: String) -> Value {
        // By scalars, because Swift takes a carriage return and a line feed for one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.last == "\r" ? line.dropLast() : line)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return .array(ArrayObject(lines.map { .string($0) }, of: .string))
    }

    private func encoded(_ text: String, _ encoding: Value) -> [UInt8] {
        guard let given = encoding.asObject(EncodingObject.self) else { return Array(text.utf8) }
        return given.preamble + given.bytes(text)
    }

    private func write(_ path: String, _ bytes: [UInt8], append: Bool) throws {
        try using(path) { () throws(SystemError) in
            let descriptor = Glibc.open(paths.host(path), O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC) | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw SystemError.last("open", path) }
            defer { close(descriptor) }
            try writeFully(descriptor, bytes)
        }
    }

    /// An open file as a stream.
    func open(_ path: String, _ flags: Int32) throws -> StreamObject {
        let descriptor = try using(path) { () throws(SystemError) in
            let descriptor = Glibc.open(paths.host(path), flags | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw SystemError.last("open", path) }
            return descriptor
        }
        return StreamObject(file: descriptor, path: paths.full(path))
    }

    /// The flags of open(2) for a System.IO.FileMode and a System.IO.FileAccess, by name or number.
    private static func flags(_ mode: String, _ access: String?) -> Int32 {
        let way: Int32 =
            switch access?.lowercased() {
            case "read", "1": O_RDONLY
            case "write", "2": O_WRONLY
            default: O_RDWR
            }
        return switch mode.lowercased() {
        case "createnew", "1": way | O_CREAT | O_EXCL
        case "create", "2": way | O_CREAT | O_TRUNC
        case "open", "3": way
        case "truncate", "5": way | O_TRUNC
        case "append", "6": O_WRONLY | O_CREAT | O_APPEND
        default: way | O_CREAT
        }
    }

    /// Opens a file as the constructor of FileStream does.
    /// - Parameter arguments: a path, a mode and, optionally, an access.
    func open(_ arguments: Arguments) throws -> Value {
        .object(try open(arguments.string(0), Self.flags(arguments.string(1), arguments.count > 2 ? arguments.string(2) : nil)))
    }

    private func joined(_ lines: Value) -> String { lines.enumeratedOrSelf.map { $0.displayText + "\n" }.joined() }

    func isFile(_ path: String) -> Bool {
        var info = stat()
        return stat(paths.host(path), &info) == 0 && info.st_mode & S_IFMT != S_IFDIR
    }

    private func writer(_ name: String, append: Bool, lines: Bool) -> Member {
        .function(name, "string path", "object contents", "object encoding?", returns: "void") { arguments in
            let text = lines ? joined(arguments[1]) : arguments.string(1)
            try write(arguments.string(0), append ? Array(text.utf8) : encoded(text, arguments[2]), append: append)
            return .nothing
        }
    }

    private func time(_ name: String, _ pick: @escaping @Sendable (stat) -> timespec) -> Member {
        .function(name, "string path", returns: "datetime") { arguments in
            var info = stat()
            guard stat(paths.host(arguments.string(0)), &info) == 0 else {
                return DateTime(ticks: 504_911_232_000_000_000, kind: .local).boxed
            }
            let time = pick(info)
            return DateTime.local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)).boxed
        }
    }

    /// - Parameter place: 0 for the access time, 1 for the modification time; Linux has no call to set the creation time.
    private func setTime(_ name: String, place: Int) -> Member {
        .function(name, "string path", "datetime time", returns: "void") { arguments in
            let path = arguments.string(0)
            let converted = try Conversion.convert(arguments[1], to: DateTime.objectType)
            guard let date = converted.asObject(DateTimeObject.self)?.date.toUniversal() else { return .nothing }
            // UTIME_OMIT, which Swift's importer does not see.
            let keep = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)
            var times = [keep, keep]
            times[place] = timespec(tv_sec: Int(date.unixSeconds), tv_nsec: Int(date.ticks % 10_000_000 * 100))
            try using(path) { () throws(SystemError) in
                guard utimensat(AT_FDCWD, paths.host(path), times, 0) == 0 else { throw SystemError.last("utimensat", path) }
            }
            return .nothing
        }
    }

    var type: ObjectType {
        ObjectType(
            "System.IO.File", base: .object,
            statics: [
                .function("Exists", "string path", returns: "bool") { .bool(isFile($0.string(0))) },
                .function("ReadAllText", "string path", "object encoding?", returns: "string") {
                    .string(try text($0.string(0), $0[1]))
                },
                .function("ReadAllLines", "string path", "object encoding?", returns: "string[]") {
                    lines(try text($0.string(0), $0[1]))
                },
                .function("ReadLines", "string path", "object encoding?", returns: "string[]") {
                    lines(try text($0.string(0), $0[1]))
                },
                .function("ReadAllBytes", "string path", returns: "byte[]") { arguments in
                    .array(ArrayObject(try read(arguments.string(0)).map { .fixed(.uint8($0)) }, of: .uint8))
                },
                writer("WriteAllText", append: false, lines: false), writer("WriteAllLines", append: false, lines: true),
                writer("AppendAllText", append: true, lines: false), writer("AppendAllLines", append: true, lines: true),
                .function("WriteAllBytes", "string path", "byte[] bytes", returns: "void") { arguments in
                    let bytes = try arguments.list(1).map { UInt8(truncatingIfNeeded: try Conversion.integer($0)) }
                    try write(arguments.string(0), bytes, append: false)
                    return .nothing
                },
                .function("Delete", "string path", returns: "void") { arguments in
                    let path = arguments.string(0)
                    if isFile(path) { try using(path) { () throws(SystemError) in try Files.remove(paths.host(path)) } }
                    return .nothing
                },
                .function("Copy", "string sourceFileName", "string destFileName", "bool overwrite?", returns: "void") { arguments in
                    let (source, target) = (arguments.string(0), arguments.string(1))
                    guard arguments.bool(2) || !isFile(target) else {
                        throw ValueError(
                            "The file '\(paths.full(target))' already exists.", id: "IOException",
                            exception: "System.IO.IOException",
                            category: "NotSpecified")
                    }
                    try write(target, try read(source), append: false)
                    return .nothing
                },
                .function("Move", "string sourceFileName", "string destFileName", "bool overwrite?", returns: "void") { arguments in
                    let (source, target) = (arguments.string(0), arguments.string(1))
                    guard arguments.bool(2) || !isFile(target) else {
                        throw ValueError(
                            "Cannot create a file when that file already exists.", id: "IOException",
                            exception: "System.IO.IOException",
                            category: "NotSpecified")
                    }
                    try using(source) { () throws(SystemError) in
                        guard rename(paths.host(source), paths.host(target)) == 0 else { throw SystemError.last("rename", source) }
                    }
                    return .nothing
                },
                .function("Create", "string path", returns: "object") { arguments in
                    .object(try open(arguments.string(0), O_RDWR | O_CREAT | O_TRUNC))
                },
                .function("OpenRead", "string path", returns: "System.IO.FileStream") { arguments in
                    .object(try open(arguments.string(0), O_RDONLY))
                },
                .function("OpenWrite", "string path", returns: "System.IO.FileStream") { arguments in
                    .object(try open(arguments.string(0), O_WRONLY | O_CREAT))
                },
                .function("Open", "string path", "object mode", "object access?", "object share?", returns: "System.IO.FileStream")
                {
                    try open($0)
                },
                .function("OpenText", "string path", returns: "System.IO.StreamReader") { arguments in
                    let stream = try open(arguments.string(0), O_RDONLY)
                    return .object(TextReaderObject(stream))
                },
                .function("CreateText", "string path", returns: "System.IO.StreamWriter") { arguments in
                    .object(TextWriterObject(try open(arguments.string(0), O_WRONLY | O_CREAT | O_TRUNC), nil))
                },
                setTime("SetLastWriteTime", place: 1), setTime("SetLastWriteTimeUtc", place: 1),
                setTime("SetLastAccessTime", place: 0),
                setTime("SetCreationTime", place: 1),
                time("GetLastWriteTime") { $0.st_mtim }, time("GetLastAccessTime") { $0.st_atim },
                time("GetCreationTime") { $0.st_ctim },
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.File") { session in FileType(paths: session.paths).type }
}
