import Interpreter
import Syntax
import Values

extension TypeInference {
    /// The instance members of values of these shapes, or the static members where the shapes are types.
    func members(of shapes: [Shape], isStatic: Bool = false) -> [OfferedMember] {
        var seen: Set<String> = []
        return shapes.flatMap { members(of: $0, isStatic: isStatic) }.filter { seen.insert($0.name.lowercased()).inserted }
    }

    private func members(of shape: Shape, isStatic: Bool) -> [OfferedMember] {
        if isStatic {
            guard case .statics(let represented) = shape else { return [] }
            return statics(of: represented)
        }
        switch shape {
        case .value(let value): return members(of: value)
        case .elements: return ObjectType.objectArray.allMembers.filter { !$0.isHidden }.map(offered)
        case .type(let type): return type.name == "System.Void" ? [] : type.allMembers.filter { !$0.isHidden }.map(offered)
        case .statics: return ObjectType.type.allMembers.filter { !$0.isHidden }.map(offered)
        case .table(let table): return keys(of: table) + ObjectType.hashtable.allMembers.map(offered)
        case .record(let table): return keys(of: table) + ObjectType.customObject.allMembers.map(offered)
        case .scriptClass(let definition): return members(of: definition, isStatic: false)
        case .scriptEnum:
            return [OfferedMember(name: "value__", isMethod: false, detail: "int value__", result: [.type(.int32)])]
                + ObjectType.enumeration.allMembers.filter { !$0.isHidden }.map(offered)
        }
    }

    private func keys(of table: HashtableLiteral) -> [OfferedMember] {
        table.entries.compactMap { entry in
            guard let name = ConstantExpression.values(entry.key).first?.displayText, !name.isEmpty else { return nil }
            return OfferedMember(name: name, isMethod: false, detail: name, result: shapes(of: entry.value))
        }
    }

    private func members(of value: Value) -> [OfferedMember] {
        guard !value.isNull else { return [] }
        let declared = value.type
        let properties = value.propertyNames.map { name -> OfferedMember in
            // Only stored values are read: a script's getter would run code.
            if let member = declared.member(name), !member.isMethod { return offered(member, of: value) }
            let stored: Value? = if case .note(let note)? = value.reference?.attached?[name] { note } else { nil }
            return OfferedMember(name: name, isMethod: false, detail: name, result: stored.map { [.value($0)] } ?? [])
        }
        let keys = value.asObject(HashtableObject.self)?.pairs.compactMap { pair -> OfferedMember? in
            guard let name = pair.key.text else { return nil }
            return OfferedMember(name: name, isMethod: false, detail: name, result: [.value(pair.value)])
        }
        let methods = declared.allMembers.filter { $0.isMethod && !$0.isHidden }.map(offered)
        return (keys ?? []) + properties + methods
    }

    private func offered(_ member: Member, of value: Value) -> OfferedMember {
        var found = offered(member)
        guard value.type.script == nil, case .property(_, let get, _) = member.kind, let inner = try? get(value), !inner.isNull
        else {
            return found
        }
        found.result = [.value(inner)]
        return found
    }

    private func offered(_ member: Member) -> OfferedMember {
        switch member.kind {
        case .property(let type, _, _):
            return OfferedMember(
                name: member.name, isMethod: false, detail: "\(type) \(member.name)",
                result: shape(named: type).map { [$0] } ?? [])
        case .method(let overloads):
            return OfferedMember(
                name: member.name, isMethod: true, detail: overloads.map { $0.definition(member.name) }.joined(separator: "\n"),
                result: overloads.first.flatMap { shape(named: $0.returns) }.map { [$0] } ?? [])
        }
    }

    private func statics(of shape: Shape) -> [OfferedMember] {
        let common = [
            OfferedMember(
                name: "Equals", isMethod: true, detail: "static bool Equals(object objA, object objB)", result: [.type(.boolean)]),
            OfferedMember(
                name: "ReferenceEquals", isMethod: true, detail: "static bool ReferenceEquals(object objA, object objB)",
                result: [.type(.boolean)]),
        ]
        switch shape {
        case .scriptClass(let definition):
            let constructors = definition.methods.filter { $0.isConstructor && !$0.isStatic }
            let texts = constructors.isEmpty ? ["\(definition.name)()"] : constructors.map { text(of: $0, definition.name) }
            let new = OfferedMember(name: "new", isMethod: true, detail: texts.joined(separator: "\n"), result: [shape])
            return members(of: definition, isStatic: true) + [new] + common
        case .scriptEnum(let definition):
            return definition.members.map { OfferedMember(name: $0.name, isMethod: false, detail: $0.name, result: [shape]) }
                + common
        case .type(let type):
            var all = (type.enumeration?.cases ?? []).map {
                OfferedMember(name: $0.name, isMethod: false, detail: $0.name, result: [.type(type)])
            }
            var current: ObjectType? = type
            while let here = current {
                all += here.statics.filter { !$0.isHidden }.map(offered)
                current = here.base
            }
            if type.construct != nil {
                all.append(OfferedMember(name: "new", isMethod: true, detail: "\(type.name) new()", result: [shape]))
            }
            return all + common
        default: return []
        }
    }

    private func members(of definition: ClassDefinition, isStatic: Bool) -> [OfferedMember] {
        let properties = definition.properties.filter { $0.isStatic == isStatic && !$0.isHidden }.map { property in
            let type = property.type.map { TypeNames.text($0) } ?? "object"
            return OfferedMember(
                name: property.name, isMethod: false, detail: "\(type) \(property.name)",
                result: property.type.flatMap { shape(ofType: $0) }.map { [$0] } ?? [])
        }
        let methods = definition.methods.filter { !$0.isConstructor && $0.isStatic == isStatic && !$0.isHidden }.map { method in
            OfferedMember(
                name: method.name, isMethod: true, detail: text(of: method, method.name),
                result: method.returnType.flatMap { shape(ofType: $0) }.map { [$0] } ?? [])
        }
        let inherited: [OfferedMember] =
            definition.baseTypes.first.flatMap { shape(ofType: $0) }.map { base in
                isStatic ? [] : members(of: base, isStatic: false)
            } ?? (isStatic ? [] : ObjectType.object.allMembers.map(offered))
        return properties + methods + inherited
    }

    /// A method's declaration: `Name(int i, bool b)`.
    private func text(of method: MethodMember, _ name: String) -> String {
        let parameters = (method.body.parameters ?? []).map { parameter in
            (parameter.types.first.map { TypeNames.text($0) } ?? "Object") + " " + parameter.name
        }
        return "\(name)(\(parameters.joined(separator: ", ")))"
    }

    /// The shapes of a property's value or of a method's result.
    func result(of target: Expression, _ member: Expression, isStatic: Bool, isCall: Bool) -> [Shape] {
        guard case .string(let name) = member else { return [] }
        let shapes = shapes(of: target)
        if let found = members(of: shapes, isStatic: isStatic).first(where: { $0.name.equalsIgnoringCase(name.value) }) {
            return found.result
        }
        // Member-access enumeration: a member of the elements.
        return isStatic ? [] : members(of: elements(of: shapes)).first { $0.name.equalsIgnoringCase(name.value) }?.result ?? []
    }
}
