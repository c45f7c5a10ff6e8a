import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// New-TemporaryDirectory: makes a folder with a random name, with mode 0700.
struct NewTemporaryDirectory: Cmdlet {
    private var prefix: String?

    static let declaration = CmdletDeclaration<Self>(
        "New-TemporaryDirectory", synopsis: "Makes an empty folder of a new name for temporary use.",
        description: """
            Makes a folder in the one for temporary files (TMPDIR, else /tmp), open for the user only, and writes it \
            as a DirectoryInfo. Whoever makes it removes it.
            """, confirms: true,
        parameters: [
            Parameter(
                \.prefix, position: 0, validate: [.allowEmptyString, .allowNull],
                help: "What the folder's name begins with; it must not contain a path separator or a control character.")
        ],
        outputs: ["System.IO.DirectoryInfo"],
        examples: [
            Example(
                "$d = New-TemporaryDirectory; Set-Content $d/a.txt 'note'; (Get-ChildItem $d).Name; Remove-Item -Recurse $d",
                "Makes a folder, uses it and removes it.",
                output: "a.txt"),
            Example(
                "$d = New-TemporaryDirectory -Prefix build-; $d.Name -like 'build-*'; Remove-Item $d",
                "Makes a folder whose name tells what it is for.",
                output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let folder = TemporaryItem.folder(try runtime.service(Engine.self).environment)
        let prefix = prefix ?? ""
        guard !prefix.contains(where: { $0 == "/" || $0 == "\\" || $0.asciiValue.map { $0 < 0x20 } == true }), prefix != ".",
            prefix != ".."
        else {
            throw ValueError(
                "The prefix '\(prefix)' cannot begin a folder's name: it must not contain a path separator or a control character.",
                id: "NewTemporaryDirectoryInvalidPrefix",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        guard try runtime.shouldProcess(target: folder, action: "New-TemporaryDirectory") else { return }
        for _ in 0..<16 {
            let path = "\(folder)/\(prefix)\(TemporaryItem.name(length: 12))"
            if mkdir(path, 0o700) != 0 {
                if errno == EEXIST { continue }
                throw ValueError(
                    "Cannot make a temporary folder in '\(folder)': \(String(cString: strerror(errno))). Set TMPDIR to a folder that you can write.",
                    id: "NewTemporaryDirectoryWriteError", exception: "System.IO.IOException", category: "WriteError")
            }
            if let item = FileItem(path, try runtime.service(Engine.self).fileSystem) { try runtime.write(.object(item)) }
            return
        }
    }
}
