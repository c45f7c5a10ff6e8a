import Values

/// The types that a target brings to scripts. Nothing of it is made before a script names a type that `Values` does not know: a shell that
/// never does starts without them.
public struct TypeList: Sendable {
    /// The types that are the same in every session, by their full names and the further ones that scripts give them.
    let shared: Once<[FoldedName: ObjectType]>
    /// The types that see the files and the display of one session.
    let ofSession: @Sendable (MachinePaths, EngineLink) -> [ObjectType]

    /// - Parameters:
    ///   - shared: the types that are the same in every session, with the names that scripts give them beside their own.
    ///   - ofSession: those that are made for each runspace, from its files and the way to its engine.
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
