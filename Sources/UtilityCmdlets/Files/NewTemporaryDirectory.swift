import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// New-TemporaryDirectory.
struct NewTemporaryDirectory: Cmdlet {
    private var prefix: String?

    static let declaration = CmdletDeclaration<Self>(
        "New-TemporaryDirectory", synopsis: "Makes an empty folder of a new name for temporary use.", confirms: true,
        parameters: [
            Parameter(
                "Prefix", \.prefix, position: 0, validate: [.allowEmptyString, .allowNull], help: "What its name begins with.")
        ],
        outputs: ["System.IO.DirectoryInfo"],
        examples: [Example("$d = New-TemporaryDirectory -Prefix x; $d.Name[0]; Remove-Item $d", "An empty folder.", output: "x")])

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
