import Values

/// The types that a target registers. None is made before a script names a type that `Values` does not know, so that the shell
/// starts without them.
public struct TypeList: Sendable {
    /// The types that are the same in every session, by full name and the further names that scripts use.
    let shared: Once<[FoldedName: ObjectType]>
    /// Makes the types that need the files or the engine of a session.
    let ofSession: @Sendable (MachinePaths, EngineLink) -> [ObjectType]

    /// Makes a list.
    /// - Parameters:
    ///   - shared: the types that are the same in every session, with their further names (accelerators).
    ///   - ofSession: makes the types of one runspace, from its paths and its engine.
    package init(
        _ shared: @escaping @Sendable () -> [(ObjectType, [String])],
        ofSession: @escaping @Sendable (MachinePaths, EngineLink) -> [ObjectType] = { _, _ in [] }
    ) {
        self.shared = Once {
            var table: [FoldedName: ObjectType] = [:]
            for (type, names) in shared() {
                for name in [type.name] + names { table[FoldedName(name)] = type }
            }
            return table
        }
        self.ofSession = ofSession
    }
}
