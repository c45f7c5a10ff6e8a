import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import ScriptTypes
import Values

/// Get-FileHash, by way of coreutils (sha256sum and others).
struct GetFileHash: Cmdlet {
    private var paths = ItemPaths()
    private var inputStream = StreamArgument.none
    private var algorithm = "SHA256"

    private static let algorithms = ["SHA1", "SHA256", "SHA384", "SHA512", "MD5"]

    static let declaration = CmdletDeclaration<Self>(
        "Get-FileHash", synopsis: "Computes the hash of files.",
        description: """
            Writes an object with the Algorithm, the Hash in hexadecimal and the Path for each file; folders are left \
            out. The programs of coreutils (sha256sum and its kin) read the files.
            """, defaultSet: "Path",
        parameters: .of(
            .group(
                \.paths, .path("The files to read; wildcards are allowed."),
                .literalPath("The files to read, their names taken as they are, without wildcards.")),
            [
                Parameter(
                    \.inputStream, mandatory: true, sets: ["StreamParameterSet"],
                    help: "The stream to hash, from its position to its end, instead of a file."),
                Parameter(
                    \.algorithm, position: 1, validate: [.set(algorithms, ignoreCase: true)],
                    completer: .values(algorithms),
                    default: "SHA256", help: "The hash function: SHA1, SHA256, SHA384, SHA512 or MD5."),
            ]),
        outputs: ["Microsoft.PowerShell.Commands.FileHashInfo"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Set-Content $f abc -NoNewline; (Get-FileHash $f -Algorithm MD5).Hash; Remove-Item $f",
                "Computes the MD5 hash of three letters.",
                output: "900150983CD24FB0D6963F7D28E17F72"),
            Example(
                "$f = New-TemporaryFile; $g = New-TemporaryFile; Set-Content $f, $g same; (Get-FileHash $f).Hash -eq (Get-FileHash $g).Hash; Remove-Item $f, $g",
                "Compares two files by their contents.",
                output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if runtime.isBound(\Self.inputStream) {
            try write(try hash(["-"], input: try inputStream.readToEnd()), path: nil, runtime)
            return
        }
        for path in paths.written {
            let files: [FileItem]
            do { files = try PathResolver(engine: engine, showsHidden: true).files(path, literal: paths.isLiteral) } catch let error
                as ValueError
            {
                try runtime.writeError(
                    ErrorRecord(
                        error.message, id: "FileNotFound", category: "ObjectNotFound", exception: error.exceptionType,
                        target: .string(path)))
                continue
            }
            for file in files where !file.isFolder {
                do { try write(try hash(["--", file.hostPath], input: []), path: file.path, runtime) } catch let error as ValueError
                {
                    let isDenied = error.message.contains("Permission denied")
                    try runtime.writeError(
                        ErrorRecord(
                            "The file '\(file.path)' cannot be read: \(error.message)",
                            id: isDenied ? "UnauthorizedAccessError" : "FileReadError",
                            category: isDenied ? "PermissionDenied" : "ReadError",
                            exception: isDenied ? "System.UnauthorizedAccessException" : "System.IO.IOException",
                            target: .string(file.path)))
                }
            }
        }
    }

    private func hash(_ arguments: [String], input: [UInt8]) throws -> String {
        let program = algorithm.lowercased() + "sum"
        guard let tool = findTool(program) else {
            throw ValueError(
                "Get-FileHash needs the program '\(program)' (package coreutils), which was not found.", id: "ToolNotFound",
                category: "ObjectNotFound")
        }
        let result = try runTool(tool, arguments, input: input)
        guard result.exitCode == 0, let hash = result.outputText.split(separator: " ").first else {
            throw ValueError(
                result.errorText.trimmingSpaces(), id: "FileReadError", exception: "System.IO.IOException", category: "ReadError")
        }
        // coreutils begin a line with a backslash if the file's name has one in it.
        return hash.drop { $0 == "\\" }.uppercased()
    }

    private func write(_ hash: String, path: String?, _ runtime: any CmdletRuntime) throws {
        try runtime.write(
            .object(
                CustomObject(
                    [
                        ("Algorithm", .string(algorithm.uppercased())), ("Hash", .string(hash)),
                        ("Path", path.map { .string($0) } ?? .null),
                    ],
                    type: FileHashInfo.type)))
    }
}
