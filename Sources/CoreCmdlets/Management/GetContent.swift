import CmdletKit
import Engine
import Values

/// Get-Content.
struct GetContent: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var raw: Switch = false
    private var totalCount: Int64 = -1
    private var tail: Int = -1
    private var delimiter: String?
    private var encoding: String?
    private var asByteStream: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Content", aliases: ["gc", "type"], synopsis: "Reads a file, line by line.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Files, taken literally."),
            Parameter("Raw", \.raw, help: "The whole text as one string."),
            Parameter("TotalCount", \.totalCount, aliases: ["First", "Head"], help: "At most so many lines."),
            Parameter("Tail", \.tail, aliases: ["Last"], help: "The last lines only."),
            Parameter("Delimiter", \.delimiter, help: "What ends a piece, instead of a line end."),
            Parameter(
                "Encoding", \.encoding, completer: .values(["utf8", "ascii", "utf8NoBOM", "utf8BOM"]),
                help: "Text is read as UTF-8."),
            Parameter("AsByteStream", \.asByteStream, help: "Bytes as numbers."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "Set-Content /tmp/bulkhead-example.txt 'a','b'; Get-Content /tmp/bulkhead-example.txt -Tail 1; Remove-Item /tmp/bulkhead-example.txt",
                "The last line.", output: "b")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let view = try runtime.service(Engine.self).fileSystem
        let literal = runtime.isBound("LiteralPath")
        for path in literal ? literalPath : path {
            do {
                for host in try PathResolver.resolve(path, literal: literal, view) {
                    if view.isDirectory(host) {
                        throw ValueError(
                            "Unable to get content because it is a directory: '\(view.display(host))'. Please use 'Get-ChildItem' instead.",
                            id: "GetContainerContentException", exception: "System.UnauthorizedAccessException",
                            category: "ReadError")
                    }
                    try read(view.display(host), view, runtime)
                }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }

    private func read(_ path: String, _ view: FileSystemView, _ runtime: any CmdletRuntime) throws {
        if asByteStream.isOn {
            let bytes = try view.readBytes(path)
            try runtime.writeAll(bytes.lazy.map { .int(Int32($0)) })
            return
        }
        if raw.isOn {
            try runtime.write(.string(try view.readText(path)))
            return
        }
        if let delimiter, !delimiter.isEmpty {
            try runtime.writeAll(
                try view.readText(path).split(separator: delimiter, omittingEmptySubsequences: false).map { .string(String($0)) })
            return
        }
        if tail >= 0 {
            var lines: [String] = []
            try TextLines.each(view.hostPath(path), path) { line in
                lines.append(line)
                // Trimmed now and then: memory stays with the lines that are wanted.
                if lines.count > max(1024, tail &* 2) { lines.removeFirst(lines.count - tail) }
                return true
            }
            try runtime.writeAll(lines.suffix(tail).map { .string($0) })
            return
        }
        var left = totalCount
        guard left != 0 else { return }
        try TextLines.each(view.hostPath(path), path) { line in
            try runtime.checkStop()
            let flow = try runtime.write(.string(line))
            left -= 1
            return flow == .more && left != 0
        }
    }
}
