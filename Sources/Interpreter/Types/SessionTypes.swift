package import CTypeRegistry
import CmdletKit
import Synchronization
import Values

/// The function by which a file below `Types/` registers a type that is made for each session. The file ends with it:
///
/// ```
/// @section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
///     $0.addOfSession("System.IO.File") { session in FileType(paths: session.paths).type }
/// }
/// ```
package typealias SessionTypeRegistrar = @convention(c) (CTypeRegistrations) -> Void

/// What the types of a session are made of.
package struct TypeSession: Sendable {
    /// Resolves paths by the session's drives and current folder.
    package let paths: MachinePaths
    /// The session's engine.
    package let link: EngineLink
}

/// A type that is made for each session.
struct SessionType: Sendable {
    let name: String
    let make: @Sendable (TypeSession) -> ObjectType
}

/// Every type that is made for each session, as the files of all targets that are linked in register them.
package enum SessionTypeRegistry {
    private static let all: [FoldedName: SessionType] = {
        let list = SessionTypeList()
        ctyperegistry_visit_session(CTypeRegistrations(list: Unmanaged.passUnretained(list).toOpaque()))
        return Dictionary(list.types.map { (FoldedName($0.name), $0) }) { first, _ in first }
    }()

    /// The full names.
    package static var names: [String] { all.values.map(\.name).sorted() }

    static func find(_ name: String) -> SessionType? { all[FoldedName(name)] }
}

private final class SessionTypeList {
    var types: [SessionType] = []
}

extension CTypeRegistrations {
    /// Registers a type that is made for each session.
    /// - Parameters:
    ///   - name: the full name, as `make`'s type has it.
    ///   - make: makes the type for a session, when a script first names it there.
    package func addOfSession(_ name: String, make: @escaping @Sendable (TypeSession) -> ObjectType) {
        // Nothing where the file is in the section of the shared types: their visitor's list is another one.
        let list = Unmanaged<AnyObject>.fromOpaque(list).takeUnretainedValue() as? SessionTypeList
        list?.types.append(SessionType(name: name, make: make))
    }
}

/// The types of one session that a script has named.
final class SessionTypes: Sendable {
    private let made = Mutex<[FoldedName: ObjectType]>([:])
    private let session: TypeSession

    init(_ session: TypeSession) { self.session = session }

    /// The type of a full name, with or without `System.`, in any case; nil where no file registers it.
    func find(_ name: String) -> ObjectType? {
        guard let found = SessionTypeRegistry.find(name) ?? SessionTypeRegistry.find("System." + name) else { return nil }
        let key = FoldedName(found.name)
        if let known = made.withLock({ $0[key] }) { return known }
        // Not under the lock: making a type may look up other types.
        let type = found.make(session)
        return made.withLock { made in
            if let known = made[key] { return known }
            made[key] = type
            return type
        }
    }
}
