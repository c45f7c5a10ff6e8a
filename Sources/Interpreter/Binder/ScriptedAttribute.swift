import CmdletKit
import Syntax
import Values

/// An attribute of a parameter that runs script code.
package enum ScriptedAttribute {
    /// `[ValidateScript({ … })]`.
    case script(ScriptBlock, message: String?)
    /// `[ValidateSet([Class])]`: GetValidValues of the class is called for every argument.
    case valuesGenerator(TypeSyntax, ignoreCase: Bool, message: String?)
    /// An attribute that is a class of the script, with its constructor's arguments.
    case ownClass(TypeSyntax, arguments: [Evaluate])

    /// - Returns: nil for an attribute that runs no script code.
    init?(_ attribute: AttributeSyntax, _ compiler: Compiler) {
        let message = FunctionSignature.named("ErrorMessage", attribute)?.displayText
        switch ValidationAttributes.name(attribute) {
        case "validatescript":
            guard case .scriptBlock(let block)? = attribute.positionalArguments.first else { return nil }
            self = .script(ScriptBlock(block), message: message)
        case "validateset":
            guard case .type(let syntax)? = attribute.positionalArguments.first else { return nil }
            let ignoreCase = FunctionSignature.named("IgnoreCase", attribute).map { Conversion.bool($0) } ?? true
            self = .valuesGenerator(syntax, ignoreCase: ignoreCase, message: message)
        case let name where Self.builtin.contains(name): return nil
        default:
            // Attributes of .NET are known when this is compiled; any other name may be a class of the script, which is looked up
            // when the function runs.
            guard TypeNames.find(attribute.name, in: .builtin) == nil else { return nil }
            self = .ownClass(attribute.name, arguments: attribute.positionalArguments.map { compiler.expression($0) })
        }
    }

    private static let builtin: Set<String> = [
        "parameter", "alias", "validaterange", "validatenotnull", "validatenotnullorempty", "validatenotnullorwhitespace",
        "validatepattern", "validatelength", "validatecount", "validatedrive", "validateuserdrive", "validatetrusteddata",
        "allownull",
        "allowemptystring", "allowemptycollection", "supportswildcards", "argumentcompleter", "argumentcompletions",
        "psdefaultvalue",
        "psobject", "hidden", "credential", "experimental", "obsolete", "outputtype", "cmdletbinding", "dontshow",
    ]

    // MARK: Transformation

    /// The transformed value, where the attribute's class derives from ArgumentTransformationAttribute; otherwise the value as it
    /// is.
    /// - Throws: ParameterBindingArgumentTransformationException around the class's error.
    func transform(_ value: Value, _ name: String, _ frame: Frame) throws -> Value {
        guard let instance = try instance(frame), instance.type.isKind(of: AttributeBaseTypes.transformation) else { return value }
        do {
            return try MethodInvoker.invoke(.object(instance), "Transform", [Self.intrinsics(frame), value], frame)
        } catch {
            if error.isFlowControl || error.isCallDepthOverflow { throw error }
            throw BinderError.transformation(name, Self.failure(error))
        }
    }

    // MARK: Validation

    /// Runs the validation on a converted value.
    /// - Throws: ParameterBindingValidationException around the failure.
    func validate(_ value: Value, _ name: String, _ frame: Frame) throws {
        do { try check(value, frame) } catch let failure as ValueError { throw BinderError.validation(name, failure) }
    }

    private func check(_ value: Value, _ frame: Frame) throws {
        switch self {
        case .script(let script, let message):
            for element in value.enumerated ?? [value] { try Self.check(element, script, message, frame) }
        case .valuesGenerator(let syntax, let ignoreCase, let message):
            try ArgumentValidation.check(value, .set(try Self.values(syntax, frame), ignoreCase: ignoreCase, message: message))
        case .ownClass:
            guard let instance = try instance(frame) else { return }
            do {
                if instance.type.isKind(of: AttributeBaseTypes.enumeratedValidation) {
                    for element in value.enumerated ?? [value] {
                        _ = try MethodInvoker.invoke(.object(instance), "ValidateElement", [element], frame)
                    }
                } else if instance.type.isKind(of: AttributeBaseTypes.validation) {
                    _ = try MethodInvoker.invoke(.object(instance), "Validate", [value, Self.intrinsics(frame)], frame)
                }
            } catch {
                if error.isFlowControl || error.isCallDepthOverflow { throw error }
                throw Self.failure(error)
            }
        }
    }

    private static func check(_ element: Value, _ script: ScriptBlock, _ message: String?, _ frame: Frame) throws {
        let verdict: [Value]
        do { verdict = try frame.engine.invoke(script, current: element, in: frame) } catch {
            if error.isFlowControl || error.isCallDepthOverflow { throw error }
            throw failure(error)
        }
        guard !Conversion.bool(.collapsing(verdict)) else { return }
        let text = script.stringForm ?? ""
        throw ArgumentValidation.failure(
            "ValidateScriptFailure",
            ArgumentValidation.filled(message, element.displayText, text)
                ?? "The \"\(text)\" validation script for the argument with value \"\(element.displayText)\" did not return a "
                + "result of True. Determine why the validation script failed, and then try the command again.")
    }

    /// The valid values that a class with IValidateSetValuesGenerator returns now.
    /// - Throws: `ValueError` where the class is unknown, cannot be constructed or returns `$null`; what its GetValidValues throws.
    package static func values(_ syntax: TypeSyntax, _ frame: Frame) throws -> [String] {
        let instance = try make(try type(syntax, frame), [])
        let values = try MethodInvoker.invoke(instance, "GetValidValues", [], frame)
        guard let elements = values.enumerated ?? values.text.map({ [.string($0)] }) else {
            throw ArgumentValidation.failure(
                "ValidateSetGeneratedValidValuesListIsNull", "Valid values generator return a null value.")
        }
        return elements.map(\.displayText)
    }

    // MARK: A class of the script

    private func instance(_ frame: Frame) throws -> Object? {
        guard case .ownClass(let syntax, let arguments) = self else { return nil }
        return try Self.make(try Self.type(syntax, frame), arguments.map { try $0(frame) }).reference
    }

    /// An instance of the class that an attribute names, such as `[ArgumentCompleter([Class])]`.
    /// - Throws: `ValueError` where the class is unknown or has no constructor; what the constructor throws.
    package static func make(_ syntax: TypeSyntax, _ frame: Frame) throws -> Value { try make(try type(syntax, frame), []) }

    private static func make(_ type: ObjectType, _ arguments: [Value]) throws -> Value {
        guard let construct = type.construct else {
            throw ValueError(
                "The following exception occurred while constructing the attribute \"\(type.name)\": \"it has no constructor\"",
                id: "ExceptionConstructingAttribute", category: "InvalidOperation")
        }
        return try construct(Arguments(arguments))
    }

    /// The class `Name` or `NameAttribute`, as attribute names are looked up in .NET.
    private static func type(_ syntax: TypeSyntax, _ frame: Frame) throws -> ObjectType {
        let engine = frame.engine
        if let type = try engine.findType(syntax, in: frame, file: frame.file)
            ?? engine.findType(syntax.name + "Attribute", in: frame.scope, file: frame.file)
        {
            return type
        }
        throw ValueError("Unable to find type [\(TypeNames.text(syntax))].", id: "TypeNotFound", category: "InvalidOperation")
    }

    private static func intrinsics(_ frame: Frame) -> Value { frame.engine.variable("ExecutionContext") }

    private static func failure(_ error: any Error) -> ValueError {
        if let error = error as? ValueError { return error }
        let record = ErrorRecord.wrapping(error)
        return ValueError(record.message, id: record.errorID, exception: record.exception.type.name, category: record.category)
    }
}
