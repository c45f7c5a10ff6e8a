import Values

/// A variable with what is known of it beside its value.
public struct VariableInfo {
    public var name: String
    public var value: Value
    public var options: ScopedItemOptions
    public var description: String
    public var isPrivateVisibility: Bool

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
    /// A variable of this very scope.
    public func info(_ name: String) -> VariableInfo? {
        guard let slot = layout.slot(name), let value = own(name) else { return nil }
        let constraint = constraint(slot)
        return VariableInfo(
            name: layout.names[slot], value: value, options: constraint?.options ?? [], description: constraint?.description ?? "",
            isPrivateVisibility: constraint?.isPrivateVisibility ?? false)
    }

    /// The variables of this scope, for Get-Variable.
    public var infos: [VariableInfo] { layout.names.compactMap { info($0) } }

    /// Sets a variable with its options.
    /// - Parameter force: read-only ones too.
    /// - Throws: VariableNotWritable.
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
    /// - Throws: VariableNotRemovable.
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
    /// The nearest scope with a variable that can be seen from here.
    public func holder(of variable: String) -> Scope? { current.holder(of: variable) }

    /// Every variable that can be seen from here, by name.
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
