import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Compress-Archive, by way of zip.
struct CompressArchive: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var destination = ""
    private var compressionLevel = "Optimal"
    private var update: Switch = false
    private var force: Switch = false
    private var passThru: Switch = false
    private var items: [FileItem] = []

    static let declaration = CmdletDeclaration<Self>(
        "Compress-Archive", synopsis: "Makes a .zip archive of files and folders.",
        description: """
            Each item stands in the archive by its own name, a folder with all that is below it. Works through zip \
            (package zip). Takes paths, or objects with a path, from the pipeline and writes nothing unless \
            -PassThru is given. An archive that exists is an error unless -Update or -Force is given.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                validate: [.notNullOrEmpty], completer: .paths, help: "Files and folders; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], validate: [.notNullOrEmpty], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.destination, named: "DestinationPath", position: 1, mandatory: true, validate: [.notNullOrEmpty],
                completer: .paths,
                help: "The archive; .zip is added where the name has no extension."),
            Parameter(
                \.compressionLevel,
                validate: [.set(["Optimal", "NoCompression", "Fastest"], ignoreCase: true)], default: "Optimal",
                help: "Optimal (the default), Fastest or NoCompression."),
            Parameter(\.update, help: "Adds to an archive that exists, and replaces what has the same names."),
            Parameter(\.force, help: "Replaces an archive that exists."),
            Parameter(\.passThru, help: "Writes the archive as a file object."),
        ],
        outputs: ["System.IO.FileInfo"],
        examples: [
            Example(
                """
                Set-Content /tmp/compress-a.txt x
                (Compress-Archive /tmp/compress-a.txt /tmp/compress-a.zip -PassThru).Name
                Remove-Item /tmp/compress-a.*
                """,
                "An archive of a file.", output: "compress-a.zip"),
            Example(
                """
                New-Item /tmp/compress-b/in/a.txt -Value text -Force | Out-Null
                Compress-Archive /tmp/compress-b/in /tmp/compress-b/out
                Expand-Archive /tmp/compress-b/out.zip /tmp/compress-b/again
                Get-Content /tmp/compress-b/again/in/a.txt
                Remove-Item /tmp/compress-b -Recurse
                """,
                "A folder there and back.", output: "text"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound(\Self.literalPath)
        for written in isLiteral ? literalPath : path {
            let found = try PathResolver(engine: engine).files(written, literal: isLiteral)
            guard !found.isEmpty else { throw PathResolver.notFound(written) }
            items += found
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var host = try OutputPath.file(destination, literal: true, engine)
        try ArchiveFile.check(host)
        if !Files.split(host).name.lowercased().hasSuffix(".zip") { host += ".zip" }
        let shown = engine.fileSystem.display(host)
        guard try runtime.shouldProcess(target: shown, action: "Compress-Archive") else { return }
        if Files.exists(host) {
            guard update.isOn || force.isOn else {
                throw ValueError(
                    "The archive file \(shown) already exists. Use the -Update parameter to update the existing archive file or use the -Force parameter to overwrite the existing archive file.",
                    id: "ArchiveFileExists", exception: "System.IO.IOException", category: "InvalidArgument")
            }
            if !update.isOn { try Files.remove(host) }
        }
        // zip stores the names that it is given, so it runs in each item's folder.
        let byFolder = Dictionary(grouping: items) { Files.split($0.hostPath).folder }
        for (folder, members) in byFolder.sorted(by: { $0.key < $1.key }) {
            let arguments = ["-q", "-r", level, host, "--"] + members.map { "./" + $0.name }
            let result = try runtime.blocking {
                try ArchiveFile.zip.run(arguments, workingDirectory: folder)
            }
            guard result.exitCode == 0 else { throw ArchiveFile.failure(shown, result) }
        }
        if passThru.isOn, let file = FileItem(host, engine.fileSystem) { try runtime.write(.object(file)) }
    }

    private var level: String {
        switch compressionLevel.lowercased() {
        case "nocompression": "-0"
        case "fastest": "-1"
        default: "-6"
        }
    }
}
