import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Get-Content: reads files line by line without keeping them in memory, and entries of other drives.
struct GetContent: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var raw: Switch = false
    private var readCount: Int64 = 1
    private var totalCount: Int64 = -1
    private var tail: Int = -1
    private var delimiter: String?
    private var wait: Switch = false
    private var encoding: TextEncoding?
    private var asByteStream: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Content", aliases: ["gc", "type"],
        synopsis: "Reads a file line by line, or what an entry of another drive holds.",
        description: """
            Writes each line as a text without its line end, while it reads: a large file is never in memory as a \
            whole. -Raw gives the whole text as one string and -AsByteStream bytes. Text is UTF-8 unless the file \
            begins with a byte order mark or -Encoding says otherwise. Takes paths by property name from the \
            pipeline. Folders are an error.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Paths of files; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.readCount, pipeline: .byPropertyName, default: "1",
                help: "How many lines are written together as one array: 1 by default, 0 for all at once."),
            Parameter(
                \.totalCount, aliases: ["First", "Head"], pipeline: .byPropertyName,
                validate: [.range(min: 0, max: 9_223_372_036_854_775_808)],
                help: "At most so many lines (or bytes) from the beginning."),
            Parameter(
                \.tail, aliases: ["Last"], pipeline: .byPropertyName, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "Only so many lines (or bytes) from the end."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.force, help: "Reads hidden files that a wildcard fits as well."),
            Parameter(
                \.delimiter, validate: [.allowEmptyString],
                help: "The text that ends a piece, in place of a line end; it is not written."),
            Parameter(\.wait, help: "Stays at the end of the file and writes lines as they are added, until Ctrl-C."),
            Parameter(\.raw, help: "Writes the whole text as one string, line ends included."),
            Parameter(
                \.encoding, default: "utf8NoBOM",
                help: "How bytes become text: utf8 (the default), utf8BOM, ascii, latin1, unicode, bigendianunicode, utf32, …"),
            Parameter(\.asByteStream, help: "Writes bytes instead of text."),
        ],
        outputs: ["System.String", "System.Byte"],
        examples: [
            Example(
                """
                Set-Content /tmp/get-content.txt 'one', 'two', 'three'
                Get-Content /tmp/get-content.txt -Tail 1
                Remove-Item /tmp/get-content.txt
                """,
                "The last line.", output: "three"),
            Example(
                """
                Set-Content /tmp/get-content.txt 'one', 'two'
                (Get-Content /tmp/get-content.txt -Raw).Length
                Remove-Item /tmp/get-content.txt
                """,
                "The whole text with its line ends.", output: "8"),
            Example(
                "function Get-Answer { 42 }; (Get-Content Function:Get-Answer).ToString().Trim()",
                "The code of a function.", output: "42"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try encoding?.warn(runtime)
        if asByteStream.isOn, encoding != nil { try runtime.writeWarning("Encoding not used when '-AsByteStream' specified.") }
        func refuse(_ text: String, _ id: String) -> ValueError {
            ValueError(text, id: id, exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        if totalCount >= 0, tail >= 0 {
            throw refuse(
                "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.",
                "TailAndHeadCannotCoexist")
        }
        if raw.isOn {
            for (name, isUsed) in [
                ("TotalCount", totalCount >= 0), ("Tail", tail >= 0), ("Wait", wait.isOn), ("Delimiter", delimiter != nil),
            ] where isUsed {
                throw refuse("The 'Raw' and '\(name)' parameters cannot be specified in the same command.", "InvalidOperation")
            }
        }
        if asByteStream.isOn, delimiter != nil {
            throw refuse(
                "A delimiter cannot be specified when reading the stream one byte at a time.", "GetContentReaderArgumentError")
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: force.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                switch item {
                case .file(let file):
                    if file.isFolder { throw Self.isFolder(file.path) }
                    try read(file, engine, runtime)
                case .entry(let provider, let name):
                    guard let value = EntryTable(provider, engine).value(name) else { throw PathResolver.notFound(name) }
                    if let elements = value.enumerated { try runtime.writeAll(elements) } else { try runtime.write(value) }
                }
            }
        }
    }

    static func isFolder(_ path: String) -> ValueError {
        ValueError(
            "Unable to get content because it is a directory: '\(path)'. Please use 'Get-ChildItem' instead.",
            id: "GetContainerContentException",
            exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    private func read(_ file: FileItem, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        let view = engine.fileSystem
        if asByteStream.isOn { return try readBytes(file, view, runtime) }
        if raw.isOn {
            try runtime.write(.string(TextEncoding.decode(try view.readBytes(file.path), encoding)))
            return
        }
        var batch = Batch(size: readCount, runtime)
        if let delimiter, !delimiter.isEmpty {
            let pieces = TextEncoding.decode(try view.readBytes(file.path), encoding).split(
                separator: delimiter, omittingEmptySubsequences: false)
            var texts = pieces.map(String.init)
            if texts.last?.isEmpty == true { texts.removeLast() }
            if tail >= 0 { texts = texts.suffix(tail) }
            if totalCount >= 0 { texts = Array(texts.prefix(Int(clamping: totalCount))) }
            for text in texts where try batch.add(text) == .enough { return }
            return try batch.finish()
        }
        if tail >= 0 {
            for line in try lastLines(file, view) where try batch.add(line) == .enough { return }
        } else if totalCount != 0 {
            var left = totalCount
            var flow = Flow.more
            try TextLines.each(file.hostPath, file.path, encoding) { line in
                flow = try batch.add(line)
                left -= 1
                return flow == .more && left != 0
            }
            if flow == .enough { return }
        }
        try batch.finish()
        if wait.isOn { try follow(file, runtime) }
    }

    private func lastLines(_ file: FileItem, _ view: FileSystemView) throws -> ArraySlice<String> {
        guard tail > 0 else { return [] }
        var lines: [String] = []
        try TextLines.each(file.hostPath, file.path, encoding) { line in
            lines.append(line)
            // Dropped in batches, so that memory is bounded by the number of wanted lines and removing from the front stays cheap.
            if lines.count > max(1024, tail.multipliedReportingOverflow(by: 2).partialValue), lines.count > tail {
                lines.removeFirst(lines.count - tail)
            }
            return true
        }
        return lines.suffix(tail)
    }

    private func readBytes(_ file: FileItem, _ view: FileSystemView, _ runtime: any CmdletRuntime) throws {
        var bytes = try view.readBytes(file.path)[...]
        if totalCount >= 0 { bytes = bytes.prefix(Int(clamping: totalCount)) }
        if tail >= 0 { bytes = bytes.suffix(tail) }
        if raw.isOn || readCount == 0 {
            try runtime.write(.array(ArrayObject(bytes.map { .fixed(.uint8($0)) }, of: .uint8)))
            return
        }
        try runtime.writeAll(bytes.lazy.map { .fixed(.uint8($0)) })
    }

    /// -Wait: writes the lines that are added to the file from now on, until Ctrl-C. If the file becomes shorter, it is read from
    /// its start.
    private func follow(_ file: FileItem, _ runtime: any CmdletRuntime) throws {
        let descriptor = open(file.hostPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystemView.failure(file.path) }
        let handle = Descriptor(descriptor)
        defer { handle.close() }
        var place = lseek(descriptor, 0, SEEK_END)
        var decoder = LineDecoder(encoding)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            try runtime.checkStop()
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_size < place { place = lseek(descriptor, 0, SEEK_SET) }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                place += count
                guard try decoder.add(buffer[..<count], { try runtime.write(.string($0)) == .more }) else { return }
            } else {
                usleep(100_000)
            }
        }
    }
}

/// Collects lines into arrays of -ReadCount; 1 writes each line alone, 0 all lines at the end.
private struct Batch {
    private let size: Int64
    private let runtime: any CmdletRuntime
    private var lines: [Value] = []

    init(size: Int64, _ runtime: any CmdletRuntime) {
        self.size = size
        self.runtime = runtime
    }

    mutating func add(_ line: String) throws -> Flow {
        if size == 1 { return try runtime.write(.string(line)) }
        lines.append(.string(line))
        guard size > 0, lines.count >= size else { return .more }
        defer { lines = [] }
        return try runtime.write(.array(lines))
    }

    mutating func finish() throws {
        guard !lines.isEmpty else { return }
        try runtime.write(.array(lines))
        lines = []
    }
}
