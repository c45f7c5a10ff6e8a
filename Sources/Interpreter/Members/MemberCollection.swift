import CmdletKit
import Values

/// `PSObject.Properties`, `.Methods` and `.Members`: the members of an object, enumerable and indexed by name. Members that are
/// added or removed are the object's own.
final class MemberCollection: Object, IndexableObject {
    enum Scope: Sendable {
        case properties
        case methods
        case all
    }

    private let owner: Value
    private let scope: Scope
    private let link: EngineLink

    init(_ owner: Value, _ scope: Scope, _ link: EngineLink) {
        self.owner = owner
        self.scope = scope
        self.link = link
        super.init()
    }

    override var type: ObjectType { Self.objectType }
    override var enumerated: [Value]? { members.map { .object($0) } }

    func element(_ index: Value) -> Value? { find(index.displayText) }

    private func find(_ name: String) -> Value {
        members.first { $0.name.equalsIgnoringCase(name) }.map { .object($0) } ?? .null
    }

    /// The members: those added to the object, those of type data, those of its type; of several with one name the first.
    private var members: [MemberObject] {
        var found: [MemberObject] = []
        var seen: Set<FoldedName> = []
        func add(_ name: String, _ kind: MemberKind) {
            guard scope == .all || kind.isMethod == (scope == .methods) else { return }
            guard seen.insert(FoldedName(name)).inserted else { return }
            found.append(MemberObject(name, kind, of: owner, link))
        }
        if let attached = owner.reference?.attached {
            for (name, member) in zip(attached.names, attached.members) { add(name, MemberKind(member)) }
        }
        for (name, member) in link.engine?.typeData.members(of: owner) ?? [] { add(name, MemberKind(member)) }
        if case .object(let object) = owner, let dynamic = object.dynamicMembers {
            for name in dynamic.dynamicNames { add(name, .property) }
        }
        for member in owner.type.allMembers where !member.isHidden { add(member.name, member.isMethod ? .method : .property) }
        return found
    }

    private static func own(_ value: Value) throws -> MemberCollection {
        guard let collection = value.asObject(MemberCollection.self) else {
            throw ValueError("This is no collection of members.", id: "InvalidOperation")
        }
        return collection
    }

    private static let objectType = ObjectType(
        "System.Management.Automation.PSMemberInfoIntegratingCollection`1[[System.Management.Automation.PSPropertyInfo]]",
        base: .object,
        members: [
            .method("Add", "object member", "bool preValidated?", returns: "void") { value, arguments in
                let collection = try own(value)
                guard let member = arguments[0].asObject(MemberObject.self) else {
                    throw ValueError(
                        "Cannot convert the \"\(arguments[0].displayText)\" value of type \"\(arguments[0].typeName)\" to type "
                            + "\"System.Management.Automation.PSPropertyInfo\".", id: "MethodArgumentConversionInvalidCastArgument",
                        exception: "System.Management.Automation.PSInvalidCastException")
                }
                guard collection.owner.reference?.attached?[member.name] == nil else {
                    throw ValueError(
                        "Cannot add a member with the name \"\(member.name)\" because a member with that name already exists.",
                        id: "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                        exception: "System.Management.Automation.ExtendedTypeSystemException")
                }
                try member.add(to: collection.owner, collection.link)
                return .nothing
            },
            .method("Remove", "string name", returns: "void") { value, arguments in
                try own(value).owner.reference?.attached?[arguments.string(0)] = nil
                return .nothing
            },
            .method("Item", "string name", returns: "object") { try own($0).find($1.string(0)) },
            .method("Match", "string name", "object memberTypes?", returns: "object[]") { value, arguments in
                let pattern = Wildcard(arguments.string(0))
                let wanted =
                    arguments.count > 1 ? try Conversion.integer(Conversion.convert(arguments[1], to: MemberKind.types)) : 16383
                return .array(
                    try own(value).members.filter { pattern.matches($0.name) && $0.kind.rawValue & wanted != 0 }.map { .object($0) }
                )
            },
        ])
}
