import CmdletKit
import Engine
import Glibc
import LinuxSystem
import Values

/// What Set-Content and Add-Content share: they differ in whether the file is emptied first.
struct ContentWriter {
    private var files: [(shown: String, descriptor: Descriptor)] = []
    private var buffer: [UInt8] = []

    mutating func open(_ paths: [String], append: Bool, _ view: FileSystemView) throws {
        for path in paths {
            let host = view.hostPath(PathResolver.withoutProvider(path))
            let raw = Glibc.open(host, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
            guard raw >= 0 else {
                if errno == ENOENT {
                    throw ValueError(
                        "Could not find a part of the path '\(view.display(host))'.", id: "GetContentWriterDirectoryNotFoundError",
                        exception: "System.IO.DirectoryNotFoundException", category: "ObjectNotFound")
                }
                throw FileSystemView.failure(view.display(host))
            }
            files.append((view.display(host), Descriptor(raw)))
        }
    }

    mutating func write(_ values: [Value], newline: Bool) throws {
        for value in values {
            buffer += Array(value.displayText.utf8)
            if newline { buffer.append(UInt8(ascii: "\n")) }
        }
        if buffer.count > 1 << 16 { try flush() }
    }

    mutating func flush() throws {
        for file in files {
            do { try writeFully(file.descriptor.raw, buffer) } catch {
                throw ValueError(
                    "Cannot write to '\(file.shown)': \(error.description)", id: "WriteError", exception: "System.IO.IOException",
                    category: "WriteError")
            }
        }
        buffer = []
    }

    mutating func close() throws {
        try flush()
        for file in files { file.descriptor.close() }
        files = []
    }
}

/// Set-Content.
struct SetContent: Cmdlet {
    private var path: [String] = []
    private var value: [Value] = []
    private var noNewline: Switch = false
    private var encoding: String?
    private var force: Switch = false
    private var passThru: Switch = false
    private var writer = ContentWriter()
    private var isOpen = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Content", aliases: [], synopsis: "Writes a file anew.", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["LiteralPath", "PSPath"], position: 0, mandatory: true, pipeline: .byPropertyName,
                completer: .paths, help: "The file."),
            Parameter(
                "Value", \.value, position: 1, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.allowNull, .allowEmptyCollection, .allowEmptyString], help: "Its lines."),
            Parameter("NoNewline", \.noNewline, help: "No line ends."),
            Parameter(
                "Encoding", \.encoding, completer: .values(["utf8", "ascii", "utf8NoBOM", "utf8BOM"]),
                help: "Text is written as UTF-8."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it."),
            Parameter("PassThru", \.passThru, help: "Writes the values as well."),
        ],
        examples: [
            Example(
                "'x' | Set-Content /tmp/bulkhead-example.txt; Get-Content /tmp/bulkhead-example.txt; Remove-Item /tmp/bulkhead-example.txt",
                "One line.", output: "x")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if !isOpen {
            guard try runtime.shouldProcess(target: "Path: \(path.joined(separator: ", "))", action: "Set Content") else { return }
            try writer.open(path, append: false, try runtime.service(Engine.self).fileSystem)
            isOpen = true
        }
        try writer.write(value, newline: !noNewline.isOn)
        if passThru.isOn { try runtime.writeAll(value) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if !isOpen, !path.isEmpty, runtime.isBound("Path"),
            try runtime.shouldProcess(target: "Path: \(path.joined(separator: ", "))", action: "Set Content")
        {
            try writer.open(path, append: false, try runtime.service(Engine.self).fileSystem)
        }
        try writer.close()
    }
}

/// Add-Content.
struct AddContent: Cmdlet {
    private var path: [String] = []
    private var value: [Value] = []
    private var noNewline: Switch = false
    private var encoding: String?
    private var writer = ContentWriter()
    private var isOpen = false

    static let declaration = CmdletDeclaration<Self>(
        "Add-Content", aliases: ["ac"], synopsis: "Writes at the end of a file.", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["LiteralPath", "PSPath"], position: 0, mandatory: true, pipeline: .byPropertyName,
                completer: .paths, help: "The file."),
            Parameter(
                "Value", \.value, position: 1, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.allowNull, .allowEmptyCollection, .allowEmptyString], help: "The lines."),
            Parameter("NoNewline", \.noNewline, help: "No line ends."),
            Parameter(
                "Encoding", \.encoding, completer: .values(["utf8", "ascii", "utf8NoBOM", "utf8BOM"]),
                help: "Text is written as UTF-8."),
        ],
        examples: [
            Example(
                "Add-Content /tmp/bulkhead-example.txt 1,2; (Get-Content /tmp/bulkhead-example.txt).Count; Remove-Item /tmp/bulkhead-example.txt",
                "Two lines.", output: "2")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if !isOpen {
            guard try runtime.shouldProcess(target: "Path: \(path.joined(separator: ", "))", action: "Add Content") else { return }
            try writer.open(path, append: true, try runtime.service(Engine.self).fileSystem)
            isOpen = true
        }
        try writer.write(value, newline: !noNewline.isOn)
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try writer.close() }
}
