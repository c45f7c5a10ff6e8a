import SourceText
import Syntax
import Values

/// Looks up types by name, those that scripts define included.
///
/// A class is visible in the text that defines it, wherever the text runs, and in the scope that defined it and its child scopes.
/// Other code sees it through `using module` only.
extension Engine {
    /// The type of a name, as seen from the current scope; nil where there is none.
    /// - Throws: `ValueError` where modules in use define different types of that name.
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

    /// The type of a name as written in code.
    /// - Throws: `ValueError` (TypeNotFound) where there is none.
    func resolve(_ syntax: TypeSyntax, in scope: Scope, file: SourceFile) throws -> ObjectType {
        if let type = try findType(syntax, in: scope, file: file) { return type }
        throw ValueError("Unable to find type [\(TypeNames.text(syntax))].", id: "TypeNotFound", category: "InvalidOperation")
    }

    /// The engine's types together with the script types visible in a scope: for names with type arguments, and for completion.
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

    /// The types that code of the current scope can name, for completion.
    public var typesInSight: TypeTable { visibleTypes(in: current) }

    // MARK: Bringing types in

    /// Adds a class or enumeration that a text defines.
    func define(_ type: ObjectType, in scope: Scope, file: SourceFile) {
        types(of: file).define(type)
        types(of: scope).define(type)
    }

    /// Adds the types of a module that a text names in `using module`.
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
