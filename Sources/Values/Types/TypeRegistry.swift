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
    private let made: Once<ObjectType>

    init(_ name: String, _ aliases: [String], _ make: @escaping @Sendable () -> ObjectType) {
        self.name = name
        self.aliases = aliases
        made = Once(make)
    }

    /// The type; made by the first call.
    public var type: ObjectType { made.value }
}

/// Every type that is the same in all sessions, as the files of all targets that are linked in register them.
///
/// Only names are made here, when a script first names a type: 40 microseconds for 400 of them. To make the types with their members as well
/// would double the start of every script that has a cast.
public enum TypeRegistry {
    /// The registrations, in the order in which the files were linked.
    public static let all: [RegisteredType] = {
        let list = RegistrationList()
        ctyperegistry_visit_shared(CTypeRegistrations(list: Unmanaged.passUnretained(list).toOpaque()))
        return list.types
    }()

    private static let table: [FoldedString: RegisteredType] = {
        var table: [FoldedString: RegisteredType] = [:]
        table.reserveCapacity(all.count * 2)
        for type in all { for name in [type.name] + type.aliases { table[FoldedString(name)] = type } }
        return table
    }()

    /// The type of a full name or an accelerator, in any case; nil where no file registers it.
    static func find(_ name: String) -> ObjectType? { table[FoldedString(name)]?.type }

    /// Every name, for completion.
    static var names: [String] { table.keys.map(\.text) }
}

private final class RegistrationList {
    var types: [RegisteredType] = []
}

extension CTypeRegistrations {
    /// Registers a type.
    /// - Parameters:
    ///   - name: the full name, as `make`'s type has it.
    ///   - aliases: further names.
    ///   - make: makes the type, or gives a constant.
    package func add(_ name: String, _ aliases: String..., make: @escaping @Sendable () -> ObjectType) {
        // The list is the visitor's own and outlives the visit (TypeRegistry.all).
        Unmanaged<RegistrationList>.fromOpaque(list).takeUnretainedValue().types.append(RegisteredType(name, aliases, make))
    }
}
