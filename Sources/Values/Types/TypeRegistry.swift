package import CTypeRegistry
import Synchronization

/// The function by which a file below `Types/` registers the type that it declares. The file ends with it:
///
/// ```
/// @section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Random") { RandomType.type } }
/// ```
package typealias TypeRegistrar = @convention(c) (CTypeRegistrations) -> Void

/// A type that scripts can name, made when one first does.
public final class RegisteredType: Sendable {
    /// The full name (`System.Random`).
    public let name: String
    /// Further names: accelerators (`regex`), and names that scripts write without `System.` for types of other namespaces.
    public let aliases: [String]
    /// .NET does not make the type public: values have it, and no script can name it.
    public let isInternal: Bool
    private let made: Once<ObjectType>

    init(_ name: String, _ aliases: [String] = [], isInternal: Bool = false, _ make: @escaping @Sendable () -> ObjectType) {
        self.name = name
        self.aliases = aliases
        self.isInternal = isInternal
        made = Once(make)
    }

    /// The type; made by the first call.
    public var type: ObjectType { made.value }
}

/// A generic type without its arguments (`System.Collections.Generic.List`), made with arguments when a script names it with some.
public final class RegisteredGeneric: Sendable {
    /// The full name, without the number of arguments that .NET writes behind it.
    public let name: String
    /// How many arguments it takes; several where .NET has a type for each number (System.Tuple).
    public let arity: ClosedRange<Int>
    let make: @Sendable (_ name: String, _ arguments: [ObjectType]) -> ObjectType

    init(_ name: String, _ arity: ClosedRange<Int>, _ make: @escaping @Sendable (String, [ObjectType]) -> ObjectType) {
        self.name = name
        self.arity = arity
        self.make = make
    }
}

/// Every type that is the same in all sessions, as the files of all targets that are linked in register them.
///
/// Only names are made here, when a script first names a type: 40 microseconds for 400 of them. To make the types with their members as well
/// would double the start of every script that has a cast.
public enum TypeRegistry {
    /// The registrations, in the order in which the files were linked.
    public static var all: [RegisteredType] { registrations.types }
    /// The registrations of generic types.
    public static var generics: [RegisteredGeneric] { registrations.generics }

    private static let registrations: Registrations = {
        let list = RegistrationList()
        ctyperegistry_visit_shared(CTypeRegistrations(list: Unmanaged.passUnretained(list).toOpaque()))
        return list.registrations
    }()

    private static let table: [FoldedString: RegisteredType] = {
        var table: [FoldedString: RegisteredType] = [:]
        table.reserveCapacity(all.count * 2)
        for type in all where !type.isInternal { for name in [type.name] + type.aliases { table[FoldedString(name)] = type } }
        return table
    }()

    private static let genericTable: [FoldedString: [RegisteredGeneric]] = Dictionary(grouping: generics) { FoldedString($0.name) }

    /// The type of a full name or an accelerator, in any case; nil where no file registers it.
    static func find(_ name: String) -> ObjectType? { table[FoldedString(name)]?.type }

    /// The generic type of a full name, in any case, and a number of arguments; nil where no file registers it.
    static func generic(_ name: String, arity: Int) -> RegisteredGeneric? {
        genericTable[FoldedString(name)]?.first { $0.arity.contains(arity) }
    }

    /// Every name, for completion.
    static var names: [String] { table.keys.map(\.text) + generics.map(\.name) }
}

private struct Registrations: Sendable {
    var types: [RegisteredType] = []
    var generics: [RegisteredGeneric] = []
}

private final class RegistrationList {
    var registrations = Registrations()
}

extension CTypeRegistrations {
    /// The list is the visitor's own and outlives the visit (TypeRegistry).
    private var registrationList: RegistrationList { Unmanaged<RegistrationList>.fromOpaque(list).takeUnretainedValue() }

    /// Registers a type.
    /// - Parameters:
    ///   - name: the full name, as `make`'s type has it.
    ///   - aliases: further names: accelerators, and short names of types outside `System`.
    ///   - make: makes the type, or gives a constant.
    package func add(_ name: String, _ aliases: String..., make: @escaping @Sendable () -> ObjectType) {
        registrationList.registrations.types.append(RegisteredType(name, aliases, make))
    }

    /// Registers a type that .NET does not make public.
    package func add(internal name: String, make: @escaping @Sendable () -> ObjectType) {
        registrationList.registrations.types.append(RegisteredType(name, isInternal: true, make))
    }

    /// Registers an interface: a type that no value has for its own and that others name among their interfaces, for -is.
    package func add(interface name: String) {
        registrationList.registrations.types.append(RegisteredType(name) { ObjectType(name, isInterface: true) })
    }

    /// Registers a generic type.
    /// - Parameters:
    ///   - name: the full name, without the number of arguments.
    ///   - arity: how many arguments it takes.
    ///   - make: makes the type of its full name (``System.Collections.Generic.List`1[System.Int32]``) and its arguments.
    package func addGeneric(
        _ name: String, arity: ClosedRange<Int>,
        make: @escaping @Sendable (_ name: String, _ arguments: [ObjectType]) -> ObjectType
    ) {
        registrationList.registrations.generics.append(RegisteredGeneric(name, arity, make))
    }

    /// Registers an interface with type arguments.
    package func addGeneric(interface name: String, arity: ClosedRange<Int>) {
        addGeneric(name, arity: arity) { ObjectType($0, genericArguments: $1, isInterface: true) }
    }

    /// Registers a delegate: a script block stands for any of them.
    package func addGeneric(delegate name: String, arity: ClosedRange<Int>) {
        addGeneric(name, arity: arity) { ObjectType($0, base: .delegate, genericArguments: $1, convert: { $0 }) }
    }
}
