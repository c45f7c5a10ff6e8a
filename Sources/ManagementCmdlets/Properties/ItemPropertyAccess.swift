import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// The access to items that the item property cmdlets share. Only the FileSystem provider has properties.
struct ItemPropertyAccess {
    private let engine: Engine
    private let filter: NameFilter

    /// The files and folders at a path.
    /// - Throws: `ValueError` NotSupported for an item of another provider, and what `PathResolver.resolve` throws.
    private func items(_ path: String, literal: Bool) throws -> [FileItem] {
        try PathResolver(engine: engine, filter: filter, showsHidden: true).resolve(path, literal: literal).map { item in
            switch item {
            case .file(let file): return file
            case .entry:
                throw ValueError(
                    "Cannot use interface. The IPropertyCmdletProvider interface is not implemented by this provider.",
                    id: "NotSupported",
                    exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
            }
        }
    }

    /// Runs `body` for each item that -Path or -LiteralPath names. A `ValueError` becomes a non-terminating error, and the next
    /// path follows.
    /// - Throws: what `writeError` throws, and other errors of `body`.
    static func forEach(
        _ path: [String], literal literalPath: [String], _ filter: NameFilter, _ runtime: any CmdletRuntime,
        _ body: (FileItem) throws -> Void
    ) throws {
        let access = ItemPropertyAccess(engine: try runtime.service(Engine.self), filter: filter)
        let literal = runtime.isBound("LiteralPath")
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try access.items(path, literal: literal) { try body(item) }
        }
    }

    /// The error for a property that an item does not have.
    static func notFound(_ name: String, _ path: String) -> ValueError {
        ValueError(
            "The property \(name) does not exist or was not found.", id: "GetValueError", exception: "System.IO.IOException",
            category: "ReadError")
    }

    /// The error of the cmdlets that add or remove properties, which files cannot have.
    static func unsupported(_ cmdlet: String) -> ValueError {
        ValueError(
            "\(cmdlet) changes which properties an item has, as the registry of Windows allows it. Files have a fixed set: use Get-ItemProperty and Set-ItemProperty.",
            id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
    }
}
