import Interpreter
import Values

/// Resolves the path of a file that a cmdlet is to write (Export-Csv, Start-Transcript, Compress-Archive and others).
package enum OutputPath {
    /// The host path of the file.
    /// - Parameter written: a path, or a pattern that matches exactly one existing file.
    /// - Throws: `ValueError` if a pattern matches no file or several, or if the path is one of a provider other than FileSystem.
    package static func file(_ written: String, literal: Bool, _ engine: Engine) throws -> String {
        if !literal, Wildcard.isPattern(written) {
            let found = try PathResolver(engine: engine, showsHidden: true).files(written)
            guard found.count < 2 else {
                throw ValueError(
                    "Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.",
                    id: "ReadWriteMultipleFilesNotSupported", exception: "System.InvalidOperationException",
                    category: "InvalidArgument")
            }
            if let only = found.first { return only.hostPath }
            throw ValueError(
                "Cannot perform operation because the wildcard path \(written) did not resolve to a file.", id: "FileOpenFailure",
                exception: "System.IO.FileNotFoundException", category: "OpenError")
        }
        guard case .file(let host) = try engine.itemPath(literal ? written : Wildcard.unescaped(written)) else {
            throw ValueError(
                "Cannot open file because the current provider ('\(written)') cannot open a file.",
                id: "ReadWriteFileNotFileSystemProvider",
                exception: "System.InvalidOperationException", category: "InvalidArgument")
        }
        return host
    }
}
