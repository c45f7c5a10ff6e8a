import CmdletKit
import Syntax
import Values

/// The attribute types that scripts construct for dynamic parameters and find on commands, and RuntimeDefinedParameter.
enum ParameterAttributeTypes {
    static let base = ObjectType(
        "System.Attribute", base: .object, members: [.property("TypeId", "object") { .object(TypeObject($0.type)) }])

    /// Makes an attribute type.
    /// - Parameters:
    ///   - settable: the properties that scripts name in the attribute, with their types.
    ///   - notes: the properties of a new instance, from the constructor's arguments.
    static func attribute(
        _ name: String, base: ObjectType = AttributeBaseTypes.validation, settable: [(name: String, type: String)] = [],
        _ notes: @escaping @Sendable (Arguments) throws -> [(String, Value)]
    ) -> ObjectType {
        let full = "System.Management.Automation.\(name)Attribute"
        let members = settable.map { property in
            Member.property(
                property.name, property.type, set: { $0.reference?.attached?[property.name] = .note($1) },
                { value in
                    guard case .note(let held)? = value.reference?.attached?[property.name] else { return .null }
                    return held
                })
        }
        // The type of an instance: a constructor cannot name the type that it belongs to before that exists.
        let instance = ObjectType(full, base: base, members: members)
        return ObjectType(
            full, base: base, members: members, construct: { .object(CustomObject(try notes($0), type: instance)) })
    }

    /// The attributes of a parameter that the binder does not use, from its syntax.
    static func further(_ node: ParameterSyntax) -> [Value] {
        node.attributes.flatMap { attribute -> [Value] in
            switch (attribute.name.name.lowercased(), attribute.positionalArguments.first) {
            case ("argumentcompleter", .scriptBlock(let block)?): return made(argumentCompleter, [.object(ScriptBlock(block))])
            case ("argumentcompleter", .type(let type)?): return made(argumentCompleter, [AstNode.type(type)])
            case ("pstypename", .string(let name)?): return made(typeName, [.string(name.value)])
            default: return []
            }
        }
    }

    /// The ParameterAttribute of a parameter in one parameter set.
    static func parameter(_ membership: ParameterInfo.Membership, _ info: ParameterInfo) -> Value {
        .object(
            CustomObject(
                [
                    ("Position", membership.position.map { Value.integer($0) } ?? .int(.min)),
                    ("ParameterSetName", .string(membership.set.isEmpty ? "__AllParameterSets" : membership.set)),
                    ("Mandatory", .bool(membership.isMandatory)),
                    ("ValueFromPipeline", .bool(membership.pipeline.contains(.byValue))),
                    ("ValueFromPipelineByPropertyName", .bool(membership.pipeline.contains(.byPropertyName))),
                    ("ValueFromRemainingArguments", .bool(membership.takesRemaining)),
                    ("HelpMessage", info.help.isEmpty ? .null : .string(info.help)), ("DontShow", .bool(info.isHidden)),
                ], type: parameter))
    }

    /// All attributes of a parameter.
    static func attributes(_ info: ParameterInfo, scripts: [ScriptBlock]) -> [Value] {
        var all = info.memberships.map { parameter($0, info) }
        if !info.aliases.isEmpty { all += made(alias, [.array(info.aliases.map { .string($0) })]) }
        for validation in info.validations { all += attribute(validation) }
        return all + scripts.flatMap { made(script, [.object($0)]) }
    }

    static func attribute(_ validation: Validation) -> [Value] {
        switch validation {
        case .set(let names, _, _): made(set, names.map { .string($0) })
        case .range(let low, let high): made(range, [number(low), number(high)])
        case .textRange(let low, let high): made(range, [.string(low), .string(high)])
        case .rangeKind(let kind): made(range, [.string(kind.rawValue)])
        case .notNullOrEmpty: made(notNullOrEmpty, [])
        case .notNullOrWhiteSpace: made(notNullOrWhiteSpace, [])
        case .notNull: made(notNull, [])
        case .pattern(let text, _, _): made(pattern, [.string(text)])
        case .length(let low, let high): made(length, [Value.integer(low), Value.integer(high)])
        case .count(let low, let high): made(count, [Value.integer(low), Value.integer(high)])
        case .allowNull: made(allowNull, [])
        case .allowEmptyString: made(allowEmptyString, [])
        case .allowEmptyCollection: made(allowEmptyCollection, [])
        }
    }

    static func number(_ value: Double) -> Value { Int(exactly: value).map { Value.integer($0) } ?? .double(value) }

    static func made(_ type: ObjectType, _ arguments: [Value]) -> [Value] {
        (try? type.construct?(Arguments(arguments))).flatMap { $0 }.map { [$0] } ?? []
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Attribute") { ParameterAttributeTypes.base }
}
