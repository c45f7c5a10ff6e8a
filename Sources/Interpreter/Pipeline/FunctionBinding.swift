import CmdletKit
import Syntax
import Values

/// Assigns bound arguments to a function's variables.
enum FunctionBinding {
    /// Converts, transforms and validates the arguments, evaluates default values, and sets `$args`, `$PSBoundParameters` and the
    /// preference variables.
    /// - Parameter dynamic: the signature with the dynamic parameters behind the declared ones; nil where there are none.
    /// - Throws: parameter binding errors; what a default value or a scripted attribute throws.
    static func apply(
        _ bound: Bound, _ code: CompiledBlock, _ scope: Scope, _ frame: Frame, commandName: String,
        dynamic: CommandSignature? = nil, invocation: InvocationInfo? = nil
    ) throws {
        let signature = code.signature.signature
        if let fault = code.signature.fault { throw fault.thrown }
        scope.constrain(code.constraints)
        for (place, value) in bound.values where place < code.parameters.count {
            let parameter = code.parameters[place]
            let info = signature.parameters[place]
            let scripted = code.signature.scripted[place] ?? []
            var value = value
            for attribute in scripted.reversed() { value = try attribute.transform(value, info.name, frame) }
            let isMandatory = info.memberships.contains { $0.isMandatory }
            try ArgumentValidation.checkPresence(value, info, isMandatory: isMandatory)
            if signature.isAdvanced { try refuseBooleanText(value, parameter) }
            try set(parameter, value, scope, frame)
            if !info.validations.isEmpty || !scripted.isEmpty {
                let converted = scope.slots[parameter.slot]
                try ArgumentValidation.check(converted, info.validations, info.name)
                for attribute in scripted { try attribute.validate(converted, info.name, frame) }
            }
        }
        // Defaults are evaluated in the function's scope, in order, so that one may use those before it.
        for (place, parameter) in code.parameters.enumerated() where !bound.has(place) { try setDefault(parameter, scope, frame) }
        scope.slots[code.argumentsSlot] = .array(bound.remaining)
        if code.boundParametersSlot != nil || invocation != nil {
            let table = HashtableObject(ordered: true, type: boundParametersType)
            for (place, value) in bound.values {
                if place < code.parameters.count {
                    table[signature.parameters[place].name] = scope.slots[code.parameters[place].slot]
                } else if let dynamic {
                    table[dynamic.parameters[place].name] = value
                }
            }
            for (name, value) in bound.common.given { table[name] = value }
            if let slot = code.boundParametersSlot { scope.slots[slot] = .object(table) }
            invocation?.boundParameters = table
        }
        // The common parameters of an advanced function apply to the commands it calls, through its own preference variables.
        if let action = bound.common.errorAction { scope.assign("ErrorActionPreference", action.boxed) }
        if let verbose = bound.common.verbose {
            scope.assign("VerbosePreference", (verbose ? ActionPreference.continue : .silentlyContinue).boxed)
        }
        if let debug = bound.common.debug { scope.assign("DebugPreference", .string(debug ? "Continue" : "SilentlyContinue")) }
        if let whatIf = bound.common.whatIf { scope.assign("WhatIfPreference", .bool(whatIf)) }
        if let information = bound.common.informationAction { scope.assign("InformationPreference", .string(information.rawValue)) }
        if let warning = bound.common.warningAction { scope.assign("WarningPreference", .string(warning.rawValue)) }
    }

    /// Sets a parameter that was not bound: to its default value, else to its type's initial value.
    static func setDefault(_ parameter: CompiledParameter, _ scope: Scope, _ frame: Frame) throws {
        if let evaluate = parameter.defaultValue {
            try set(parameter, try frame.engine.within(scope) { try evaluate(frame) }, scope, frame)
        } else if parameter.isSwitch {
            scope.slots[parameter.slot] = .object(SwitchParameter(false))
        } else {
            scope.slots[parameter.slot] = parameter.type.map { initial($0) } ?? .null
        }
    }

    /// Converts an argument and assigns it to the parameter's variable, whose constraint the scope has already.
    static func set(_ parameter: CompiledParameter, _ value: Value, _ scope: Scope, _ frame: Frame) throws {
        if parameter.holds(value) {
            scope.slots[parameter.slot] = value
            return
        }
        if let unknown = parameter.unknownType {
            guard let type = try frame.engine.findType(unknown, in: scope, file: frame.file) else {
                throw ValueError(
                    "Unable to find type [\(TypeNames.text(unknown))].", id: "TypeNotFound", category: "InvalidOperation")
            }
            scope.slots[parameter.slot] = try converted(value, type, parameter.name, frame)
            return
        }
        if parameter.isSwitch {
            scope.slots[parameter.slot] =
                value.asObject(SwitchParameter.self) == nil ? .object(SwitchParameter(Conversion.bool(value))) : value
            return
        }
        guard let type = parameter.type else {
            scope.slots[parameter.slot] = value.orNull
            return
        }
        scope.slots[parameter.slot] = try converted(value, type, parameter.name, frame)
    }

    /// A Boolean parameter of an advanced function refuses strings, as cmdlets' do: "false" would convert to `$true`.
    private static func refuseBooleanText(_ value: Value, _ parameter: CompiledParameter) throws {
        guard let type = parameter.type, (type.element ?? type) === ObjectType.boolean else { return }
        for element in value.enumerated ?? [value] where element.text != nil {
            throw BinderError.transformation(
                parameter.name,
                ValueError(
                    "Cannot convert value \"\(element.typeName)\" to type \"\(type.name)\". Boolean parameters accept only Boolean "
                        + "values and numbers, such as $True, $False, 1 or 0.", id: "InvalidCastException",
                    exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument"))
        }
    }

    private static func converted(_ value: Value, _ type: ObjectType, _ name: String, _ frame: Frame) throws -> Value {
        do { return try frame.engine.convert(value, to: type) } catch let error as ValueError {
            throw BinderError.transformation(name, error)
        }
    }

    private static let boundParametersType = ObjectType(
        "System.Management.Automation.PSBoundParametersDictionary", base: .hashtable)

    /// The value of a typed parameter that was not bound and has no default.
    private static func initial(_ type: ObjectType) -> Value {
        switch type.name {
        case "System.Int32": .int(0)
        case "System.Int64": .long(0)
        case "System.Double": .double(0)
        case "System.Boolean": .bool(false)
        case "System.String": .string("")
        default: .null
        }
    }
}
