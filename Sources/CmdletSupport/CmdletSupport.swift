import Interpreter
import Values

/// What the cmdlet modules share: file items, path resolution, property expressions, error views, `$Host`, process sources.
public enum CmdletSupport {
    /// Registers the .NET types of the shared objects with an engine; they are made when a script first names a type.
    public static func install(in engine: Engine) { engine.types.add(later: { types }) }

    /// The types, each with the names by which scripts can name it beside its own.
    private static var types: [(ObjectType, [String])] {
        [
            (FileItemTypes.file, []), (FileItemTypes.folder, []), (FileAttributes.objectType, []),
            (ChoiceDescription.objectType, []),
        ]
    }
}
