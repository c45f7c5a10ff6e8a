/// A property's name and value, as formatting, Select-Object and serialisation list them.
public struct PropertyValue {
    /// The name in its declared casing.
    public let name: String
    /// The value at the time of the listing.
    public let value: Value

    /// Pairs a name with a value.
    public init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}

extension Value {
    /// The value of a property that needs no script to run: attached notes and aliases, declared properties, a hashtable's keys.
    ///
    /// - Returns: nil where there is no such property. A getter that throws counts as null, as PowerShell's formatting does.
    public func property(_ name: String) -> Value? { property(name, hops: 0) }

    private func property(_ name: String, hops: Int) -> Value? {
        if let attached = reference?.attached, let member = attached[name] {
            switch member {
            case .note(let value): return value
            case .live(let live): return live.value
            case .alias(let other): return hops < AttachedMembers.mostAliases ? property(other, hops: hops + 1) : nil
            case .script, .method: break
            }
        }
        if case .object(let object) = self {
            if let table = object as? HashtableObject, let value = table[name] { return value }
            if let dynamic = object.dynamicMembers, let value = dynamic.dynamicValue(name) { return value }
        }
        if let member = type.member(name), case .property(_, let get, _) = member.kind { return (try? get(self)) ?? .null }
        return nil
    }

    /// The name of a property in its declared casing; nil where there is no such property.
    public func declaredName(_ name: String) -> String? {
        if let attached = reference?.attached, let place = attached.position(name) { return attached.names[place] }
        if let member = type.member(name), !member.isMethod { return member.name }
        return nil
    }

    /// Every property in order: the type's declared ones, then attached ones.
    public var propertyNames: [String] {
        if case .object(let object) = self, let dynamic = object.dynamicMembers { return dynamic.dynamicNames }
        var names: [String] = []
        for member in type.allMembers where !member.isMethod && !member.isHidden { names.append(member.name) }
        if let attached = reference?.attached {
            for (name, member) in zip(attached.names, attached.members) {
                if case .method = member { continue }
                if !names.contains(where: { $0.equalsIgnoringCase(name) }) { names.append(name) }
            }
        }
        return names
    }

    /// Every property with its value. Script properties are the engine's: they are left out here.
    public var properties: [PropertyValue] {
        propertyNames.compactMap { name in property(name).map { PropertyValue(name: name, value: $0) } }
    }
}
