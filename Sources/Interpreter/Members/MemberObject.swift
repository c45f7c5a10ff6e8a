import CmdletKit
import SourceText
import Values

/// A member as an object (PSNoteProperty, PSScriptProperty, PSMethod and so on): a member of an object, whose value it reads and
/// sets, or one that a script made and has not added to an object yet.
final class MemberObject: Object {
    /// What the member belongs to.
    enum Place {
        case free(AttachedMembers.Member)
        case of(Value, EngineLink)
        /// A static method of a type.
        case ofType(ObjectType, EngineLink)
    }

    let name: String
    let kind: MemberKind
    private(set) var place: Place

    init(_ name: String, _ kind: MemberKind, of owner: Value, _ link: EngineLink) {
        self.name = name
        self.kind = kind
        place = .of(owner, link)
        super.init()
    }

    /// A static method named without a call: `[math]::Abs`.
    init(_ name: String, ofType type: ObjectType, _ link: EngineLink) {
        self.name = name
        kind = .method
        place = .ofType(type, link)
        super.init()
    }

    /// A member that belongs to no object yet.
    init(_ name: String, _ member: AttachedMembers.Member) {
        self.name = name
        kind = MemberKind(member)
        place = .free(member)
        super.init()
    }

    override var type: ObjectType { kind.type }
    override var stringForm: String? {
        switch kind {
        case .method, .scriptMethod: overloads.isEmpty ? "\(name)()" : overloads.map { $0.definition(name) }.joined(separator: ", ")
        default: "\((try? value())?.typeName ?? "object") \(name)=\((try? value())?.displayText ?? "")"
        }
    }

    static func frame(_ link: EngineLink) throws -> Frame {
        guard let engine = link.engine else { throw ValueError("No session.", id: "InvalidOperation") }
        return Frame(engine: engine, scope: engine.current, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
    }

    /// The added member or type data behind this object; nil for a member that the object's type declares.
    var member: AttachedMembers.Member? {
        switch place {
        case .free(let member): member
        case .of(let owner, let link): owner.reference?.attached?[name] ?? link.engine?.typeData.member(name, of: owner)
        case .ofType: nil
        }
    }

    var overloads: [Overload] {
        let declared: Member? =
            switch place {
            case .free: nil
            case .of(let owner, _): owner.type.member(name)
            case .ofType(let type, _): type.staticMember(name)
            }
        if case .method(let overloads)? = declared?.kind { return overloads }
        return []
    }

    func value() throws -> Value {
        if kind.isMethod { return .object(self) }
        switch place {
        case .free(let member): return member.stored ?? .null
        case .of(let owner, let link): return try MemberAccessor.ownValue(owner, name, try Self.frame(link)) ?? .null
        case .ofType: return .object(self)
        }
    }

    func set(_ value: Value) throws {
        switch place {
        case .free(.note): place = .free(.note(value.orNull))
        case .of(let owner, let link) where !kind.isMethod:
            try MemberAccessor.set(owner, name, to: value, try Self.frame(link))
        default:
            throw ValueError(
                "Set accessor for property \"\(name)\" is unavailable.", id: "PropertyAssignmentException",
                exception: "System.Management.Automation.SetValueException")
        }
    }

    func invoke(_ arguments: [Value]) throws -> Value {
        switch place {
        case .free: throw ValueError("The method '\(name)' belongs to no object yet.", id: "InvalidOperation")
        case .of(let owner, let link): return try MethodInvoker.invoke(owner, name, arguments, try Self.frame(link))
        case .ofType(let type, let link): return try MethodInvoker.invokeStatic(type, name, arguments, try Self.frame(link))
        }
    }

    /// Adds the member to an object, replacing one of its name.
    func add(to owner: Value, _ link: EngineLink) throws {
        guard let reference = owner.reference else { return }
        let members = reference.attached ?? AttachedMembers()
        switch place {
        case .free(let member): members[name] = member
        case .of(_, let other):
            members[name] = try member ?? .note(MemberAccessor.ownValue(owner, name, try Self.frame(other)) ?? .null)
        case .ofType: return
        }
        reference.attached = members
        place = .of(owner, link)
    }
}
