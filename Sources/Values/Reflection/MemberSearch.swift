/// What `[type].GetProperty(…)` and its kin find in a type's declared table.
struct MemberSearch {
    let type: ObjectType
    let flags: BindingFlags

    /// All members of a kind, the bases' behind the own ones.
    func all(_ kind: MemberInfoObject.Kind) -> [MemberInfoObject] {
        if kind == .constructor { return constructors }
        var found: [MemberInfoObject] = []
        var seen: Set<FoldedString> = []
        var current: ObjectType? = type
        while let here = current {
            for (member, isStatic, isPublic) in members(of: here)
            where fits(member, kind, isStatic, here) && seen.insert(FoldedString(member.name)).inserted {
                found.append(MemberInfoObject(kind, member, of: here, isStatic: isStatic, isPublic: isPublic))
            }
            current = flags.contains(.declaredOnly) ? nil : here.base
        }
        return found
    }

    func one(_ kind: MemberInfoObject.Kind, _ name: String) -> MemberInfoObject? {
        all(kind).first { flags.contains(.ignoreCase) ? $0.member.name.equalsIgnoringCase(name) : $0.member.name == name }
    }

    private func members(of type: ObjectType) -> [(Member, isStatic: Bool, isPublic: Bool)] {
        var all: [(Member, isStatic: Bool, isPublic: Bool)] = []
        if flags.contains(.public) {
            if flags.contains(.instance) { all += type.members.map { ($0, false, true) } }
            if flags.contains(.static) { all += type.statics.map { ($0, true, true) } }
        }
        if flags.contains(.nonPublic), flags.contains(.instance) {
            all += type.internals.filter { $0.name != ".ctor" }.map { ($0, false, false) }
        }
        return all
    }

    /// Constants are fields to reflection, and so are non-public properties whose name begins with an underscore.
    private func fits(_ member: Member, _ kind: MemberInfoObject.Kind, _ isStatic: Bool, _ owner: ObjectType) -> Bool {
        guard case .property(_, _, let set) = member.kind else { return kind == .method }
        let isField = member.name.hasPrefix("_") || (isStatic && set == nil)
        return kind == .property ? !member.name.hasPrefix("_") : kind == .field && isField
    }

    private var constructors: [MemberInfoObject] {
        var found: [MemberInfoObject] = []
        if flags.contains(.public), let construct = type.construct {
            let overload = Overload(["params object[] arguments"], returns: type.name) { _, arguments in try construct(arguments) }
            found.append(
                MemberInfoObject(.constructor, Member(".ctor", .method([overload])), of: type, isStatic: false, isPublic: true))
        }
        if flags.contains(.nonPublic) {
            found += type.internals.filter { $0.name == ".ctor" }.map {
                MemberInfoObject(.constructor, $0, of: type, isStatic: false, isPublic: false)
            }
        }
        return found
    }
}
