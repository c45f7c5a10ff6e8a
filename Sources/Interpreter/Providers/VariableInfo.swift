import Values

/// A variable with its options and description.
public struct VariableInfo {
    /// The name, without `$`.
    public var name: String
    /// The value.
    public var value: Value
    /// The options of Set-Variable -Option.
    public var options: ScopedItemOptions
    /// The description of Set-Variable -Description.
    public var description: String
    /// Whether -Visibility is Private.
    public var isPrivateVisibility: Bool

    /// Makes a variable.
    public init(
        name: String, value: Value = .null, options: ScopedItemOptions = [], description: String = "",
        isPrivateVisibility: Bool = false
    ) {
        self.name = name
        self.value = value
        self.options = options
        self.description = description
        self.isPrivateVisibility = isPrivateVisibility
    }
}

extension Scope {
    /// A variable of this scope, not of its parents; nil where it is not set here.
    public func info(_ name: String) -> VariableInfo? {
        guard let slot = layout.slot(name), let value = own(name) else { return nil }
        let constraint = constraint(slot)
        return VariableInfo(
            name: layout.names[slot], value: value, options: constraint?.options ?? [], description: constraint?.description ?? "",
            isPrivateVisibility: constraint?.isPrivateVisibility ?? false)
    }

    /// The variables of this scope, not of its parents.
    public var infos: [VariableInfo] { layout.names.compactMap { info($0) } }

    /// Sets a variable of this scope with its options.
    /// - Parameter force: whether a read-only variable may be set.
    /// - Throws: VariableNotWritable or VariableCannotBeMadeConstant (as `ValueError`); an error where the variable's type or
    ///   validation refuses the value.
    public func define(_ variable: VariableInfo, force: Bool) throws {
        let slot = layout.slotOrNew(variable.name)
        reserve()
        var constraint = constraint(slot) ?? VariableConstraint()
        guard constraint.options.isWritable || (force && !constraint.options.contains(.constant)) else {
            throw Self.notWritable(variable.name)
        }
        let exists = own(variable.name) != nil
        if variable.options.contains(.constant), exists, !constraint.options.contains(.constant) {
            throw ValueError(
                "Existing variable \(variable.name) cannot be made constant. Variables can be made constant only at creation time.",
                id: "VariableCannotBeMadeConstant",
                exception: "System.Management.Automation.SessionStateUnauthorizedAccessException",
                category: "WriteError")
        }
        constraint.options = []
        let admitted = try constraint.admit(variable.value, to: variable.name)
        constraint.options = variable.options
        constraint.description = variable.description
        constraint.isPrivateVisibility = variable.isPrivateVisibility
        assign(variable.name, admitted)
        constrain(slot: slot, constraint.saysSomething ? constraint : nil)
    }

    /// Removes a variable of this scope.
    /// - Parameter force: whether a read-only variable may be removed.
    /// - Throws: VariableNotRemovable (as `ValueError`).
    public func remove(_ name: String, force: Bool) throws {
        let options = info(name)?.options ?? []
        guard options.isWritable || (force && !options.contains(.constant)) else {
            throw ValueError(
                "Cannot remove variable \(name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.",
                id: "VariableNotRemovable", exception: "System.Management.Automation.SessionStateUnauthorizedAccessException",
                category: "WriteError")
        }
        remove(name)
    }

    static func notWritable(_ name: String) -> ValueError {
        ValueError(
            "Cannot overwrite variable \(name) because it is read-only or constant.", id: "VariableNotWritable",
            exception: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: "WriteError")
    }
}

extension Engine {
    /// The nearest scope that has a variable visible from the current one.
    public func holder(of variable: String) -> Scope? { current.holder(of: variable) }

    /// Every variable that is visible from the current scope, sorted by name.
    public var visibleVariableInfos: [VariableInfo] {
        var seen: Set<FoldedName> = []
        var all: [VariableInfo] = []
        var scope: Scope? = current
        while let here = scope {
            for variable in here.infos where seen.insert(FoldedName(variable.name)).inserted {
                if here === current || !variable.options.contains(.private) { all.append(variable) }
            }
            scope = here.parent
        }
        return all.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }
}
