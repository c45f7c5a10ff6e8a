import SourceText
import Values

/// The types that scripts brought into one scope or text: the classes and enumerations defined there, and those of modules it uses.
final class ScopedTypes {
    private var own: [FoldedName: ObjectType] = [:]
    /// The types of modules in `using module`, in the order of the statements.
    private var used: [(module: String, types: [FoldedName: ObjectType])] = []

    /// All types.
    var all: [ObjectType] { Array(own.values) + used.flatMap { $0.types.values } }
    var defined: [ObjectType] { Array(own.values) }

    func define(_ type: ObjectType) { own[FoldedName(type.name)] = type }

    /// Adds the types of a module: they are found by their names, and by the module's name before a dot.
    func use(_ types: [ObjectType], of module: String) {
        used.removeAll { $0.module.equalsIgnoringCase(module) }
        used.append((module, Dictionary(types.map { (FoldedName($0.name), $0) }) { _, last in last }))
    }

    /// The type of a name.
    /// - Throws: `ValueError` (AmbiguousTypeReference) where modules in use define different types of that name.
    func find(_ name: String) throws -> ObjectType? {
        let key = FoldedName(name)
        if let type = own[key] { return type }
        guard !used.isEmpty else { return nil }
        let found = used.compactMap { entry in entry.types[key].map { (entry.module, $0) } }
        if let (module, type) = found.first {
            guard let (other, _) = found.first(where: { $0.1 !== type }) else { return type }
            throw ValueError(
                "Type name '\(name)' is ambiguous, it could be '\(module).\(name)' or '\(other).\(name)'.",
                id: "AmbiguousTypeReference",
                exception: "System.Management.Automation.RuntimeException", category: "InvalidOperation")
        }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let (module, short) = (name[..<dot], FoldedName(String(name[name.index(after: dot)...])))
        return used.first { $0.module.equalsIgnoringCase(String(module)) }?.types[short]
    }
}

extension Scope {
    /// The type of a name in this scope or its parents.
    /// - Throws: as `ScopedTypes.find` does.
    func scriptType(_ name: String) throws -> ObjectType? {
        var scope: Scope? = self
        while let current = scope {
            if let type = try current.types?.find(name) { return type }
            scope = current.parent
        }
        return nil
    }
}

extension ModuleInfo {
    /// The classes and enumerations that `using module` imports: those of the module and its nested modules.
    var exportedTypes: [ObjectType] {
        nestedModules.filter { $0 !== self }.flatMap(\.exportedTypes) + (session?.root.types?.defined ?? [])
    }
}
