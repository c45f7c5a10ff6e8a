import CmdletKit
import Values

/// Parameters of the cmdlets that read and write text files. Each sets a property of the cmdlet's own.
extension Parameter {
    /// -Encoding of a file that is written.
    package static func outputEncoding<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, position: Int? = nil, sets: [String] = []
    ) -> Self {
        Parameter(
            path, position: position, sets: sets, default: "utf8NoBOM",
            help: """
                How text becomes bytes of the file: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, \
                utf32, a code page's name or number.
                """)
    }

    /// -Encoding of files that are read.
    /// - Parameter files: the genitive that the help text has, such as `the file's`.
    package static func inputEncoding<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, of files: String = "the file's"
    ) -> Self {
        Parameter(
            path, default: "utf8NoBOM",
            help: """
                How \(files) bytes become text: utf8NoBOM (the default), ascii, latin1, unicode, utf32, a code \
                page's name or number.
                """)
    }

    /// -NoClobber, which keeps a file that exists.
    package static func noClobber(_ path: any WritableKeyPath<C, Switch> & Sendable) -> Self {
        Parameter(path, aliases: ["NoOverwrite"], help: "Fails where the file exists, instead of replacing it.")
    }
}
