import Interpreter
import Values

/// A script file as what a job runs.
package enum JobScript {
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
