import Interpreter
import Values

/// What every item has beside its own properties: where it is.
enum ItemProperties {
    static func path(_ path: String) -> String { "\(Provider.fileSystem.qualifiedName)::\(path)" }

    static var rootDrive: Value { DriveObject.make(Drive(name: "/", provider: .fileSystem, root: "/")) }
}
