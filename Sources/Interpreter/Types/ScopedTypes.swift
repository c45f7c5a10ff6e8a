import SourceText
import Values

/// The types that scripts brought into one scope, or into one text: their own classes and enumerations, and those of the modules they use.
final class ScopedTypes {
    private var own: [FoldedName: ObjectType] = [:]
    /// By `using module`, in its order.
    private var used: [(module: String, types: [FoldedName: ObjectType])] = []

    /// Every type, by its own name.
    var all: [ObjectType] { Array(own.values) + used.flatMap { $0.types.values } }
    var defined: [ObjectType] { Array(own.values) }

    func define(_ type: ObjectType) { own[FoldedName(type.name)] = type }

    /// `using module`: the module's types under their names, and under the module's before it.
    func use(_ types: [ObjectType], of module: String) {
        used.removeAll { $0.module.equalsIgnoringCase(module) }
        used.append((module, Dictionary(types.map { (FoldedName($0.name), $0) }) { _, last in last }))
    }

    /// The type of a name.
    /// - Throws: where modules that are used give different types of that name.
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
    /// The type that a name has here or in the scopes above.
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
    /// The classes and enumerations of the module and of those nested in it: what `using module` brings.
    var exportedTypes: [ObjectType] {
        nestedModules.filter { $0 !== self }.flatMap(\.exportedTypes) + (session?.root.types?.defined ?? [])
    }
}
