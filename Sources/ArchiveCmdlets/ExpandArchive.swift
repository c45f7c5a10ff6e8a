import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Expand-Archive, by way of unzip.
struct ExpandArchive: Cmdlet {
    private var path = ""
    private var literalPath = ""
    private var destination: String?
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Expand-Archive", synopsis: "Takes the files out of a .zip archive.",
        description: """
            Makes the folder that is the destination, and in it what the archive holds. Works through unzip (package \
            unzip). Takes paths, or objects with a path, from the pipeline and writes nothing unless -PassThru is \
            given. Files that exist are an error unless -Force is given.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                validate: [.notNullOrEmpty], completer: .paths, help: "The archive."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], validate: [.notNullOrEmpty], completer: .paths,
                help: "The archive; no character in its path is a wildcard."),
            Parameter(
                \.destination, named: "DestinationPath", position: 1, validate: [.notNullOrEmpty], completer: .paths,
                default: "a folder of the archive's name",
                help: "The folder; by default one of the name of the archive in the current location."),
            Parameter(\.force, help: "Replaces files that exist."),
            Parameter(\.passThru, help: "Writes the files and folders that were made."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                """
                Set-Content /tmp/expand-a.txt text
                Compress-Archive /tmp/expand-a.txt /tmp/expand-a.zip
                Expand-Archive /tmp/expand-a.zip /tmp/expand-a
                Get-Content /tmp/expand-a/expand-a.txt
                Remove-Item /tmp/expand-a* -Recurse
                """,
                "A file out of an archive.", output: "text"),
            Example(
                """
                Set-Content /tmp/expand-b.txt text
                Compress-Archive /tmp/expand-b.txt /tmp/expand-b.zip
                (Expand-Archive /tmp/expand-b.zip /tmp/expand-b -PassThru).Name
                Remove-Item /tmp/expand-b* -Recurse
                """,
                "What was made.", output: "expand-b.txt"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound(\Self.literalPath)
        let found = try PathResolver(engine: engine).files(isLiteral ? literalPath : path, literal: isLiteral)
        guard let archive = found.first, found.count == 1 else {
            throw ValueError(
                "The path '\(isLiteral ? literalPath : path)' stands for \(found.count) files: give the path of one archive.",
                id: "ArchivePathNotSingle", exception: "System.ArgumentException", category: "InvalidArgument")
        }
        try ArchiveFile.check(archive.hostPath)
        let target = try destinationFolder(archive, engine)
        guard try runtime.shouldProcess(target: archive.path, action: "Expand-Archive") else { return }
        if !Files.isDirectory(target) { try Folders.make(target) }
        let listed = try ArchiveFile.unzip.run(["-Z1", "--", archive.hostPath])
        // unzip reports an archive without entries as an error; the cmdlet does not.
        guard listed.exitCode == 0 || listed.outputText.contains("Empty zipfile") || listed.errorText.contains("is empty") else {
            throw ArchiveFile.failure(archive.path, listed)
        }
        let names = listed.outputText.split(separator: "\n").map(String.init)
        let taken = force.isOn ? [] : names.filter { !$0.hasSuffix("/") && Files.exists(target + "/" + $0) }
        for name in taken { try runtime.writeError(exists(engine.fileSystem.display(target + "/" + name), archive.path)) }
        let result = try runtime.blocking {
            try ArchiveFile.unzip.run([force.isOn ? "-oq" : "-nq", "-d", target, "--", archive.hostPath])
        }
        // unzip's exit status 1 means warnings: the files were unpacked.
        guard result.exitCode < 2 else { throw ArchiveFile.failure(archive.path, result) }
        guard passThru.isOn else { return }
        for name in names where !taken.contains(name) {
            if let item = FileItem(FileSystemView.normalize(target + "/" + name), engine.fileSystem) {
                try runtime.write(.object(item))
            }
        }
    }

    private func destinationFolder(_ archive: FileItem, _ engine: Engine) throws -> String {
        if let destination { return try OutputPath.file(destination, literal: true, engine) }
        let name = archive.name
        let bare = name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name
        return engine.fileSystem.hostLocation + "/" + bare
    }

    private func exists(_ file: String, _ archive: String) -> ErrorRecord {
        ErrorRecord(
            "Failed to create file '\(file)' while expanding the archive file '\(archive)' contents as the file '\(file)' already exists. Use the -Force parameter if you want to overwrite the existing directory '\(file)' contents when expanding the archive file.",
            id: "ExpandArchiveFileExists", category: "InvalidOperation", exception: "System.IO.IOException", target: .string(file))
    }
}
