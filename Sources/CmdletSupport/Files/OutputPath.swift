import Interpreter
import Values

/// The file that a cmdlet is to write.
package enum OutputPath {
    /// - Parameter written: a path; with a wildcard, of a file that there is.
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
