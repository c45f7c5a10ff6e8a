import SourceText
import Syntax
import Values

/// Types by their names, where code stands.
///
/// A class is known where its text stands, wherever that runs, and in the scope that defined it with all that this one calls. Others see
/// it by `using module` alone.
extension Engine {
    /// The type of a name, for code that runs at the moment; nil where there is none.
    /// - Throws: where modules that are used give different types of that name.
    public func findType(_ name: String) throws -> ObjectType? { try findType(name, in: current, file: nil) }

    func findType(_ name: String, in scope: Scope, file: SourceFile?) throws -> ObjectType? {
        let trimmed = name.trimmingSpaces()
        if trimmed.hasSuffix("]") { return visibleTypes(in: scope, file: file).find(trimmed) }
        if let file, let type = try textTypes[ObjectIdentifier(file)]?.types.find(trimmed) { return type }
        return try scope.scriptType(trimmed) ?? types.find(trimmed)
    }

    func findType(_ syntax: TypeSyntax, in frame: Frame, file: SourceFile) throws -> ObjectType? {
        try findType(syntax, in: frame.scope, file: file)
    }

    func findType(_ syntax: TypeSyntax, in scope: Scope, file: SourceFile) throws -> ObjectType? {
        try TypeNames.find(syntax, generics: types) { try findType($0, in: scope, file: file) }
    }

    /// The type that code names.
    func resolve(_ syntax: TypeSyntax, in scope: Scope, file: SourceFile) throws -> ObjectType {
        if let type = try findType(syntax, in: scope, file: file) { return type }
        throw ValueError("Unable to find type [\(TypeNames.text(syntax))].", id: "TypeNotFound", category: "InvalidOperation")
    }

    /// The engine's types with those of scripts that can be seen: for names with other names in them, and for completion.
    func visibleTypes(in scope: Scope, file: SourceFile? = nil) -> TypeTable {
        var table = types
        var chain: [ScopedTypes] = []
        var next: Scope? = scope
        while let scope = next {
            if let types = scope.types { chain.append(types) }
            next = scope.parent
        }
        if let file, let own = textTypes[ObjectIdentifier(file)]?.types { chain.insert(own, at: 0) }
        for types in chain.reversed() { for type in types.all { table.add(type) } }
        return table
    }

    /// The types of scripts that code at this point sees, and all others, for completion.
    public var typesInSight: TypeTable { visibleTypes(in: current) }

    // MARK: Bringing types in

    /// A class or an enumeration that a text defines.
    func define(_ type: ObjectType, in scope: Scope, file: SourceFile) {
        types(of: file).define(type)
        types(of: scope).define(type)
    }

    /// The types of a module that a text uses.
    func use(_ module: ModuleInfo, in scope: Scope, file: SourceFile) {
        let exported = module.exportedTypes
        guard !exported.isEmpty else { return }
        types(of: file).use(exported, of: module.name)
        types(of: scope).use(exported, of: module.name)
    }

    private func types(of file: SourceFile) -> ScopedTypes {
        if let known = textTypes[ObjectIdentifier(file)] { return known.types }
        let made = ScopedTypes()
        textTypes[ObjectIdentifier(file)] = (file, made)
        return made
    }

    private func types(of scope: Scope) -> ScopedTypes {
        if let known = scope.types { return known }
        let made = ScopedTypes()
        scope.types = made
        return made
    }
}
