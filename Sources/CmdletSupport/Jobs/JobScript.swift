import Interpreter
import Values

/// The script file of -FilePath, as the script block that a job runs.
package enum JobScript {
    /// Reads and parses the file.
    /// - Parameter path: a path or pattern that resolves to exactly one .ps1 file.
    /// - Throws: `ValueError` if the path resolves to none or several, or to a file of another extension, or if the file cannot be
    ///   read; the parse error of the script.
    package static func block(_ path: String, literal: Bool = false, _ engine: Engine) throws -> ScriptBlock {
        let files = try PathResolver(engine: engine, showsHidden: true).files(path, literal: literal)
        guard files.count == 1, let file = files.first, file.path.lowercased().hasSuffix(".ps1") else {
            throw ValueError(
                "Cannot find the script file '\(path)': -FilePath takes one file whose name ends in .ps1.",
                id: "InvalidFilePathSpecified", exception: "System.ArgumentException", category: "InvalidArgument")
        }
        let text = TextEncoding.decode(try engine.fileSystem.readBytes(file.path), nil)
        return try ScriptBlock.parse(text, path: engine.fileSystem.display(file.path))
    }
}
