import Synchronization

/// The generic types that scripts name: `[System.Collections.Generic.List[string]]`.
public enum GenericTypes {
    /// Types that were made, by name: a type is one object, wherever it is named.
    private static let made = Mutex<[String: ObjectType]>([:])

    /// The type of a definition with its arguments; nil where there is no such definition.
    /// - Parameters:
    ///   - name: as scripts write it, with or without namespace and arity (`List`, ``Collections.Generic.List`1``).
    ///   - namespaces: where names without a namespace are looked for as well.
    public static func find(_ name: String, _ arguments: [ObjectType], namespaces: [String] = []) -> ObjectType? {
        guard let generic = registered(String(name.prefix { $0 != "`" }), arity: arguments.count, namespaces) else { return nil }
        return one("\(generic.name)`\(arguments.count)[\(arguments.map(\.name).joined(separator: ","))]") {
            generic.make($0, arguments)
        }
    }

    /// The definition itself, whose name says how many arguments it takes (``[System.Collections.Generic.List`1]``): nothing is made of it,
    /// and reflection gives it (`GetGenericTypeDefinition`).
    static func definition(_ name: String, namespaces: [String] = []) -> ObjectType? {
        let parts = name.split(separator: "`")
        guard parts.count == 2, let arity = Int(parts[1]), let generic = registered(String(parts[0]), arity: arity, namespaces)
        else {
            return nil
        }
        let example = generic.make("\(generic.name)`\(arity)", Array(repeating: .object, count: arity))
        return one("\(generic.name)`\(arity)") {
            ObjectType($0, base: example.base, isValueType: example.isValueType, isInterface: example.isInterface)
        }
    }

    private static func registered(_ name: String, arity: Int, _ namespaces: [String]) -> RegisteredGeneric? {
        for full in [name, "System." + name] + namespaces.map({ $0 + "." + name }) {
            if let generic = TypeRegistry.generic(full, arity: arity) { return generic }
        }
        guard !name.contains(".") else { return nil }
        return TypeRegistry.generics.first {
            $0.arity.contains(arity) && $0.name.split(separator: ".").last.map(String.init)?.equalsIgnoringCase(name) == true
        }
    }

    private static func one(_ name: String, _ make: (String) -> ObjectType) -> ObjectType {
        if let known = made.withLock({ $0[name] }) { return known }
        let type = make(name)
        return made.withLock { made in
            if let known = made[name] { return known }
            made[name] = type
            return type
        }
    }

    /// The interfaces of collections that count their elements.
    static let enumerable = ["System.Collections.IEnumerable", "System.Collections.ICollection"]
}

/// A type for closures that stand inside it.
final class TypeBox: @unchecked Sendable {
    // Unchecked: set once, before the type is handed out.
    private var made: ObjectType?
    var type: ObjectType { made ?? .object }
    func set(_ type: ObjectType) { made = type }
}
