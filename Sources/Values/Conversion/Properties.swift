/// `[Type]@{ … }`: an object with properties as a hashtable or a custom object names them.
enum Properties {
    /// - Returns: nil where the type has no constructor without arguments, or the value names no properties.
    /// - Throws: `ObjectCreationError` where a property is missing or does not take its value.
    static func object(of type: ObjectType, from value: Value) throws -> Value? {
        let pairs: [(name: String, value: Value)]
        if let table = value.asObject(HashtableObject.self) {
            pairs = table.pairs.map { ($0.key.displayText, $0.value) }
        } else if value.asObject(CustomObject.self) != nil, value.type === ObjectType.customObject {
            pairs = value.properties.map { ($0.name, $0.value) }
        } else {
            return nil
        }
        guard let construct = type.construct, type.allMembers.contains(where: { setter($0) != nil }),
            let made = try? construct(Arguments([]))
        else { return nil }
        for (name, value) in pairs {
            guard let member = type.member(name), let set = setter(member) else {
                throw failure(type, "The \(name) property was not found for the \(type.name) object. \(available(type))")
            }
            do { try set(made, value) } catch let error as ValueError { throw failure(type, error.message) }
        }
        return made
    }

    private static func setter(_ member: Member) -> ((Value, Value) throws -> Void)? {
        if case .property(_, _, let set?) = member.kind { set } else { nil }
    }

    /// The names of the type's settable properties, as the error message lists them.
    static func available(_ type: ObjectType) -> String {
        let named = type.allMembers.compactMap { member -> String? in
            guard !member.isHidden, case .property(let type, _, .some) = member.kind else { return nil }
            return "[\(member.name) <\(type)>]"
        }
        return named.isEmpty
            ? "There is no settable property available." : "The available property is: \(named.joined(separator: " , "))"
    }

    private static func failure(_ type: ObjectType, _ reason: String) -> ValueError {
        ValueError(
            "Cannot create object of type \"\(type.name)\". \(reason)", id: "ObjectCreationError",
            exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
    }
}
