import Interpreter
import Values

/// What the cmdlets of several modules share.
public enum CmdletSupport {
    /// Brings the types of shared objects to an engine.
    public static func install(in engine: Engine) { engine.types.add(later: { types }) }

    /// The types that scripts name, with the names that they give them beside their own.
    private static var types: [(ObjectType, [String])] {
        [
            (FileItemTypes.file, []), (FileItemTypes.folder, []), (FileAttributes.objectType, []),
            (ChoiceDescription.objectType, []),
        ]
    }
}
