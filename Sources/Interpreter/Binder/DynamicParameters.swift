import CmdletKit
import Values

/// The parameters that a function's dynamicparam block adds to a call (about_Functions_Advanced_Parameters, "Dynamic parameters").
package struct DynamicParameters {
    /// The RuntimeDefinedParameter objects by name, in the order of the block's dictionary.
    let parameters: [(name: String, object: Value)]

    /// Runs the block and reads the RuntimeDefinedParameterDictionary that it writes.
    /// - Parameter frame: the function's frame, with its declared parameters bound as far as they can be.
    /// - Throws: what the block throws.
    package init(_ block: Execute, in frame: Frame) throws {
        let given = try frame.engine.within(frame.scope) { try frame.collecting { try frame.runBlock(block) } }
        parameters = given.flatMap { value -> [(String, Value)] in
            guard let table = value.asObject(HashtableObject.self) else { return [] }
            return table.pairs.map { ($0.key.displayText, $0.value) }
        }
    }

    /// The signature with these parameters behind the declared ones.
    /// - Throws: `TerminatingError` for a name that a declared parameter has already.
    package func extending(_ signature: CommandSignature) throws -> CommandSignature {
        var extended = signature
        for (name, object) in parameters {
            if extended.parameters.contains(where: { $0.name.equalsIgnoringCase(name) }) {
                throw BinderError.make(
                    "A parameter with the name '\(name)' was defined multiple times for the command.",
                    id: "ParameterNameAlreadyExistsForCommand",
                    category: "MetadataError")
            }
            extended.parameters.append(Self.info(name, object))
        }
        return extended
    }

    private static func info(_ name: String, _ object: Value) -> ParameterInfo {
        let type = object.property("ParameterType")?.asObject(TypeObject.self)?.represented ?? .object
        var info = ParameterInfo(
            name: name, typeName: type.name, isSwitch: type === SwitchParameter.objectType, isCollection: type.element != nil,
            memberships: [])
        for attribute in object.property("Attributes")?.enumeratedOrSelf ?? [] { attributes(attribute, &info) }
        if info.memberships.isEmpty { info.memberships = [ParameterInfo.Membership()] }
        return info
    }

    private static func attributes(_ attribute: Value, _ info: inout ParameterInfo) {
        let flag = { (name: String) in attribute.property(name).map { Conversion.bool($0) } ?? false }
        switch attribute.typeName.split(separator: ".").last {
        case "ParameterAttribute":
            var membership = ParameterInfo.Membership(
                set: attribute.property("ParameterSetName")?.displayText ?? "", isMandatory: flag("Mandatory"))
            if membership.set.equalsIgnoringCase("__AllParameterSets") { membership.set = "" }
            if let position = attribute.property("Position"), let number = try? Conversion.int32(position), number >= 0 {
                membership.position = Int(number)
            }
            if flag("ValueFromPipeline") { membership.pipeline.insert(.byValue) }
            if flag("ValueFromPipelineByPropertyName") { membership.pipeline.insert(.byPropertyName) }
            membership.takesRemaining = flag("ValueFromRemainingArguments")
            info.memberships.append(membership)
        case "AliasAttribute": info.aliases += (attribute.property("AliasNames")?.enumeratedOrSelf ?? []).map(\.displayText)
        case "ValidateSetAttribute":
            let names = (attribute.property("ValidValues")?.enumeratedOrSelf ?? []).map(\.displayText)
            info.validations.append(.set(names, ignoreCase: true))
            info.completer = .values(names)
        case "ValidateNotNullOrEmptyAttribute": info.validations.append(.notNullOrEmpty)
        case "ValidateNotNullAttribute": info.validations.append(.notNull)
        case "AllowNullAttribute": info.validations.append(.allowNull)
        case "AllowEmptyStringAttribute": info.validations.append(.allowEmptyString)
        default: break
        }
    }

    /// Sets Value and IsSet of each parameter object that an argument was bound to.
    /// - Parameter declared: the number of declared parameters, behind which the dynamic ones are.
    func store(_ bound: Bound, declared: Int) {
        for (place, entry) in parameters.enumerated() {
            guard let value = bound.values.first(where: { $0.parameter == declared + place })?.value,
                let members = entry.object.reference?.attached
            else { continue }
            members["Value"] = .note(value)
            members["IsSet"] = .note(.bool(true))
        }
    }
}
