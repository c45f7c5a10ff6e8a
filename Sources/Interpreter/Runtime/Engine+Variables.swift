import Values

extension Engine {
    /// The scope that a name or number stands for, as the -Scope parameter takes it: `Global`, `Script`, `Local`, or the number of
    /// scopes above the current one.
    /// - Returns: nil where there is no such scope.
    public func scope(_ name: String) -> Scope? {
        switch name.lowercased() {
        case "", "local", "private", "0": return current
        case "global": return global
        case "script": return current.script
        default:
            guard let steps = Int(name), steps > 0 else { return nil }
            var scope: Scope? = current
            for _ in 0..<steps { scope = scope?.parent }
            return scope
        }
    }

    /// Removes a variable from the innermost scope that has it.
    public func removeVariable(_ name: String) { current.holder(of: name)?.remove(name) }

    /// Every variable that code of the current scope can read, sorted by name.
    public var visibleVariables: [(name: String, value: Value)] {
        var seen: Set<FoldedName> = []
        var all: [(name: String, value: Value)] = []
        var scope: Scope? = current
        while let here = scope {
            for variable in here.variables where here === current || !here.isPrivate(variable.name) {
                if seen.insert(FoldedName(variable.name)).inserted { all.append(variable) }
            }
            scope = here.parent
        }
        return all.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }
}
