import Synchronization

/// The generic types that scripts name: `[System.Collections.Generic.List[string]]`.
public enum GenericTypes {
    /// A generic type without its arguments.
    struct Definition: Sendable {
        /// `System.Collections.Generic.List`.
        let name: String
        let arity: ClosedRange<Int>
        let make: @Sendable (_ name: String, _ arguments: [ObjectType]) -> ObjectType
    }

    private static let definitions: [Definition] = [
        .init(name: "System.Collections.Generic.List", arity: 1...1) { GenericListType.make($0, $1) },
        .init(name: "System.Collections.ObjectModel.Collection", arity: 1...1) { GenericListType.make($0, $1) },
        .init(name: "System.Collections.ObjectModel.ObservableCollection", arity: 1...1) { GenericListType.make($0, $1) },
        .init(name: "System.Collections.ObjectModel.ReadOnlyCollection", arity: 1...1) { GenericListType.make($0, $1) },
        .init(name: "System.Management.Automation.PSDataCollection", arity: 1...1) { DataCollectionType.make($0, $1) },
        .init(name: "System.Collections.Generic.LinkedList", arity: 1...1) { LinkedListType.make($0, $1) },
        .init(name: "System.Collections.Generic.Dictionary", arity: 2...2) { DictionaryType.make($0, $1, sorted: false) },
        .init(name: "System.Collections.Concurrent.ConcurrentDictionary", arity: 2...2) {
            DictionaryType.make($0, $1, sorted: false)
        },
        .init(name: "System.Collections.Generic.OrderedDictionary", arity: 2...2) { DictionaryType.make($0, $1, sorted: false) },
        .init(name: "System.Collections.Generic.SortedDictionary", arity: 2...2) { DictionaryType.make($0, $1, sorted: true) },
        .init(name: "System.Collections.Generic.SortedList", arity: 2...2) { DictionaryType.make($0, $1, sorted: true) },
        .init(name: "System.Collections.Generic.KeyValuePair", arity: 2...2) { KeyValuePairType.make($0, $1) },
        .init(name: "System.Collections.Generic.HashSet", arity: 1...1) { SetType.make($0, $1, sorted: false) },
        .init(name: "System.Collections.Generic.SortedSet", arity: 1...1) { SetType.make($0, $1, sorted: true) },
        .init(name: "System.Collections.Generic.Queue", arity: 1...1) { QueueType.make($0, $1) },
        .init(name: "System.Collections.Concurrent.ConcurrentQueue", arity: 1...1) { QueueType.make($0, $1) },
        .init(name: "System.Collections.Generic.Stack", arity: 1...1) { StackType.make($0, $1) },
        .init(name: "System.Collections.Concurrent.ConcurrentStack", arity: 1...1) { StackType.make($0, $1) },
        .init(name: "System.Collections.Concurrent.ConcurrentBag", arity: 1...1) { GenericListType.make($0, $1) },
        .init(name: "System.Tuple", arity: 1...8) { TupleType.make($0, $1) },
        .init(name: "System.ValueTuple", arity: 1...8) { TupleType.make($0, $1) },
        .init(name: "System.Nullable", arity: 1...1) { NullableType.make($0, $1) },
        .init(name: "System.Collections.Generic.IEnumerable", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.IList", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.ICollection", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.IDictionary", arity: 2...2) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.IReadOnlyList", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.ISet", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.IComparer", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Collections.Generic.IEqualityComparer", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.IEquatable", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.IComparable", arity: 1...1) { GenericInterface.make($0, $1) },
        .init(name: "System.Func", arity: 1...9) { DelegateType.make($0, $1) },
        .init(name: "System.Action", arity: 1...8) { DelegateType.make($0, $1) },
        .init(name: "System.Predicate", arity: 1...1) { DelegateType.make($0, $1) },
        .init(name: "System.Comparison", arity: 1...1) { DelegateType.make($0, $1) },
    ]

    /// Types that were made, by name: a type is one object, wherever it is named.
    private static let made = Mutex<[String: ObjectType]>([:])

    /// The names of the definitions, for completion.
    public static var names: [String] { definitions.map(\.name) }

    /// The type of a definition with its arguments; nil where there is no such definition.
    /// - Parameter name: as scripts write it, with or without namespace and arity (`List`, `Collections.Generic.List`1`).
    public static func find(_ name: String, _ arguments: [ObjectType], namespaces: [String] = []) -> ObjectType? {
        let bare = name.prefix { $0 != "`" }
        let wanted = String(bare)
        let definition = definitions.first { definition in
            guard definition.arity.contains(arguments.count) else { return false }
            return definition.name.equalsIgnoringCase(wanted) || definition.name.equalsIgnoringCase("System." + wanted)
                || namespaces.contains { definition.name.equalsIgnoringCase($0 + "." + wanted) }
                || (!wanted.contains(".")
                    && definition.name.split(separator: ".").last.map(String.init)?.equalsIgnoringCase(wanted) == true)
        }
        guard let definition else { return nil }
        let full = "\(definition.name)`\(arguments.count)[\(arguments.map(\.name).joined(separator: ","))]"
        if let known = made.withLock({ $0[full] }) { return known }
        let type = definition.make(full, arguments)
        made.withLock { $0[full] = type }
        return type
    }

    /// The interfaces of collections that count their elements.
    static let enumerable = ["System.Collections.IEnumerable", "System.Collections.ICollection"]
}

/// Interfaces with type arguments: nothing but names for -is.
enum GenericInterface {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        ObjectType(name, genericArguments: arguments, isInterface: true)
    }
}

/// `[Nullable[int]]`: the type itself, or null.
enum NullableType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let inner = arguments.first ?? .object
        return ObjectType(
            name, base: .valueType, genericArguments: arguments,
            convert: { $0.isNull ? .null : try Conversion.convert($0, to: inner) })
    }
}

/// Delegates: a script block stands for any of them.
enum DelegateType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        ObjectType(name, base: ObjectType("System.Delegate", base: .object), genericArguments: arguments, convert: { $0 })
    }
}
