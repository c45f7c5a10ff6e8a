import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// What the item property cmdlets share: the paths, and finding what is there.
struct ItemPropertyAccess {
    private let engine: Engine
    private let filter: NameFilter

    /// The items of the file system at a path, each as an object. The other providers have no properties.
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

    /// Runs a body for each item that a cmdlet's -Path or -LiteralPath names. What fails for one path leaves the others alone.
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

    static func notFound(_ name: String, _ path: String) -> ValueError {
        ValueError(
            "The property \(name) does not exist or was not found.", id: "GetValueError", exception: "System.IO.IOException",
            category: "ReadError")
    }

    /// What the drives that scripts use cannot do with properties of files.
    static func unsupported(_ cmdlet: String) -> ValueError {
        ValueError(
            "\(cmdlet) changes which properties an item has, as the registry of Windows allows it. Files have a fixed set: use Get-ItemProperty and Set-ItemProperty.",
            id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
    }
}
