import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// New-TemporaryFile: makes a file with a random name, with mode 0600.
struct NewTemporaryFile: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "New-TemporaryFile", synopsis: "Makes an empty file of a new name for temporary use.",
        description: """
            Makes tmpXXXXXX.tmp in the folder for temporary files (TMPDIR, else /tmp), readable for the user only, and \
            writes it as a FileInfo. Whoever makes it removes it.
            """, confirms: true,
        outputs: ["System.IO.FileInfo"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'note'; Get-Content $f; Remove-Item $f",
                "Makes a file, uses it and removes it.",
                output: "note"),
            Example(
                "$f = New-TemporaryFile; \"$($f.Length) $($f.Extension)\"; Remove-Item $f",
                "The file is empty.",
                output: "0 .tmp"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let folder = TemporaryItem.folder(try runtime.service(Engine.self).environment)
        guard try runtime.shouldProcess(target: folder, action: "New-TemporaryFile") else { return }
        for _ in 0..<16 {
            let path = "\(folder)/tmp\(TemporaryItem.name(length: 6)).tmp"
            let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if made < 0, errno == EEXIST { continue }
            guard made >= 0 else {
                throw ValueError(
                    "Cannot make a temporary file in '\(folder)': \(String(cString: strerror(errno))). Set TMPDIR to a folder that you can write.",
                    id: "NewTemporaryFileWriteError", exception: "System.IO.IOException", category: "WriteError")
            }
            close(made)
            if let item = FileItem(path, try runtime.service(Engine.self).fileSystem) { try runtime.write(.object(item)) }
            return
        }
    }
}
