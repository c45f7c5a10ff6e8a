import CmdletKit
import Engine
import Values

/// What the item property cmdlets share: the paths, and finding what is there.
struct ItemPropertyAccess {
    let engine: Engine
    let filter: NameFilter

    /// The items of the file system at a path, each as an object. The other providers have no properties.
    func items(_ path: String, literal: Bool) throws -> [FileItem] {
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
