import CmdletKit
import Values

/// System.Management.Automation.ParameterMetadata and the objects of parameter sets: the parameters of Get-Command's objects.
package enum ParameterMetadata {
    static let type = ObjectType("System.Management.Automation.ParameterMetadata", base: .object)

    /// A System.Collections.ObjectModel.Collection: its Add returns nothing, unlike ArrayList's.
    private static func collection(_ elements: [Value], of type: ObjectType) -> Value {
        let collection = TypeTable.builtin.generic("System.Collections.ObjectModel.Collection", [type])
        return .object(ListObject(elements, type: collection ?? .list))
    }

    /// The parameters by name, the common ones included; nil for a command without a signature.
    static func table(of command: CommandObject) -> Value? {
        guard let signature = command.signature else { return nil }
        let table = HashtableObject(ordered: true)
        for (place, parameter) in signature.parameters.enumerated() {
            table[parameter.name] = one(
                parameter, scripts: command.validationScripts[place] ?? [], further: command.furtherAttributes(place))
        }
        if signature.isAdvanced {
            for common in CommonParameters.all + (signature.confirms ? CommonParameters.confirming : []) {
                table[common.name] = one(
                    ParameterInfo(
                        name: common.name, aliases: [common.alias], typeName: common.isSwitch ? "switch" : "string",
                        isSwitch: common.isSwitch))
            }
        }
        return .object(table)
    }

    /// The object of one parameter.
    static func one(_ parameter: ParameterInfo, scripts: [ScriptBlock] = [], further: [Value] = []) -> Value {
        let declared = parameter.declaredType?()
        let name = parameter.isSwitch ? "switch" : declared?.name ?? parameter.typeName
        let found = TypeTable.ofParameter(name) ?? declared ?? .object
        let sets = HashtableObject(ordered: true)
        for membership in parameter.memberships {
            sets[membership.set.isEmpty ? "__AllParameterSets" : membership.set] = .object(
                CustomObject(
                    [
                        ("IsMandatory", .bool(membership.isMandatory)),
                        ("Position", membership.position.map { Value.integer($0) } ?? .int(.min)),
                        ("ValueFromPipeline", .bool(membership.pipeline.contains(.byValue))),
                        ("ValueFromPipelineByPropertyName", .bool(membership.pipeline.contains(.byPropertyName))),
                        ("ValueFromRemainingArguments", .bool(membership.takesRemaining)),
                        ("HelpMessage", parameter.help.isEmpty ? .null : .string(parameter.help)),
                    ], type: setType))
        }
        return .object(
            CustomObject(
                [
                    ("Name", .string(parameter.name)), ("ParameterType", .object(TypeObject(found))),
                    ("ParameterSets", .object(sets)), ("IsDynamic", .bool(false)),
                    ("Aliases", collection(parameter.aliases.map { .string($0) }, of: .string)),
                    (
                        "Attributes",
                        collection(ParameterAttributeTypes.attributes(parameter, scripts: scripts) + further, of: .object)
                    ),
                    ("SwitchParameter", .bool(parameter.isSwitch)),
                ], type: type))
    }

    /// A copy that a script can change without changing the original.
    static func copy(_ value: Value) -> Value {
        let copy = CustomObject([], type: type)
        copy.attached = value.reference?.attached?.copy()
        for name in ["Aliases", "Attributes"] {
            copy.attached?[name] = .note(collection(value.property(name)?.enumeratedOrSelf ?? [], of: .object))
        }
        return .object(copy)
    }

    /// The CommandParameterSetInfo objects of a command.
    static func sets(of command: CommandObject) -> Value {
        guard let signature = command.signature else { return .array([]) }
        return .array(signature.parameterSets.map { .object(CommandParameterSetInfo($0, of: signature)) })
    }

    /// A parameter as a parameter set sees it.
    static func inSet(_ parameter: ParameterInfo, _ membership: ParameterInfo.Membership) -> Value {
        let shown = one(parameter)
        for (name, value) in [
            ("IsMandatory", Value.bool(membership.isMandatory)),
            ("Position", membership.position.map { Value.integer($0) } ?? .int(.min)),
            ("ValueFromPipeline", .bool(membership.pipeline.contains(.byValue))),
            ("ValueFromPipelineByPropertyName", .bool(membership.pipeline.contains(.byPropertyName))),
            ("ValueFromRemainingArguments", .bool(membership.takesRemaining)),
            ("HelpMessage", parameter.help.isEmpty ? .null : .string(parameter.help)),
        ] {
            shown.reference?.attached?[name] = .note(value)
        }
        return shown
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ParameterMetadata") { ParameterMetadata.type }
}
