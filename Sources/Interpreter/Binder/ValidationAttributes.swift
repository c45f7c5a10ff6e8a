import CmdletKit
import Syntax
import Values

/// Validation attributes: their checks, and errors in their arguments.
package enum ValidationAttributes {
    /// The check of an attribute; nil for other attributes, and for those that run script code (`ScriptedAttribute`).
    static func validation(_ attribute: AttributeSyntax) -> Validation? {
        let arguments = attribute.positionalArguments.flatMap { ConstantExpression.values($0) }
        let message = FunctionSignature.named("ErrorMessage", attribute)?.displayText
        let pair = { () -> (Double, Double)? in
            guard arguments.count == 2, let low = try? Conversion.double(arguments[0]),
                let high = try? Conversion.double(arguments[1])
            else { return nil }
            return (low, high)
        }
        switch name(attribute) {
        case "validateset":
            // `[ValidateSet([Class])]` is a `ScriptedAttribute`.
            if case .type? = attribute.positionalArguments.first { return nil }
            let ignoreCase = FunctionSignature.named("IgnoreCase", attribute).map { Conversion.bool($0) } ?? true
            return .set(arguments.map(\.displayText), ignoreCase: ignoreCase, message: message)
        case "validaterange":
            if arguments.count == 1 { return rangeKind(arguments[0].displayText).map { .rangeKind($0) } }
            if arguments.count == 2, let low = arguments[0].text, let high = arguments[1].text {
                return .textRange(min: low, max: high)
            }
            return pair().map { .range(min: $0.0, max: $0.1) }
        case "validatenotnullorempty": return .notNullOrEmpty
        case "validatenotnullorwhitespace": return .notNullOrWhiteSpace
        case "validatenotnull": return .notNull
        case "validatepattern":
            // The Options argument lists RegexOptions; its default is IgnoreCase.
            let options = FunctionSignature.named("Options", attribute)?.displayText.lowercased()
            return arguments.first.map {
                .pattern($0.displayText, message: message, ignoreCase: options?.contains("ignorecase") ?? true)
            }
        case "validatelength": return pair().map { .length(min: whole($0.0), max: whole($0.1)) }
        case "validatecount": return pair().map { .count(min: whole($0.0), max: whole($0.1)) }
        case "allownull": return .allowNull
        case "allowemptystring": return .allowEmptyString
        case "allowemptycollection": return .allowEmptyCollection
        default: return nil
        }
    }

    /// The attribute's name in lower case, without namespace and the suffix `Attribute`.
    package static func name(_ attribute: AttributeSyntax) -> String {
        var name = attribute.name.name.lowercased()
        if name.hasPrefix("system.management.automation.") { name.removeFirst("system.management.automation.".count) }
        if name.hasSuffix("attribute") { name.removeLast("attribute".count) }
        return name
    }

    private static func rangeKind(_ text: String) -> RangeKind? {
        RangeKind.allCases.first { $0.rawValue.equalsIgnoringCase(text) }
    }

    private static func whole(_ number: Double) -> Int { Int(exactly: number.rounded()) ?? (number < 0 ? .min : .max) }

    /// The error that the attribute's constructor would throw for these arguments; nil where they are valid.
    static func fault(_ attribute: AttributeSyntax) -> ValueError? {
        let arguments = attribute.positionalArguments.flatMap { ConstantExpression.values($0) }
        let numbers = arguments.compactMap { try? Conversion.double($0) }
        switch name(attribute) {
        case "validatenotnull", "validatenotnullorempty", "validatenotnullorwhitespace", "allownull", "allowemptystring",
            "allowemptycollection":
            return attribute.positionalArguments.isEmpty ? nil : noConstructor(attribute)
        case "experimental": return attribute.positionalArguments.count == 2 ? nil : noConstructor(attribute)
        case "validatecount", "validatelength":
            guard numbers.count == 2 else { return nil }
            let isCount = name(attribute) == "validatecount"
            for (place, (label, least)) in [("minLength", 0.0), ("maxLength", 1.0)].enumerated() where numbers[place] < least {
                return constructing(
                    attribute,
                    "Specified argument was out of the range of valid values. (Parameter '\(label)')\nActual value was \(arguments[place].displayText)."
                )
            }
            guard numbers[1] < numbers[0] else { return nil }
            return ArgumentValidation.failure(
                isCount ? "ValidateRangeMaxLengthSmallerThanMinLength" : "ValidateLengthMaxLengthSmallerThanMinLength",
                isCount
                    ? "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. "
                        + "Update the ValidateCount attribute for the parameter."
                    : "The specified maximum character length of the argument is shorter than the specified minimum argument character "
                        + "length. Update the ValidateLength attribute for the parameter.")
        case "validaterange": return rangeFault(attribute, arguments, numbers)
        case "validateset":
            guard arguments.isEmpty, attribute.positionalArguments.isEmpty else { return nil }
            return constructing(attribute, "Cannot find an overload for \".ctor\" and the argument count: \"0\".")
        default: return nil
        }
    }

    private static func rangeFault(_ attribute: AttributeSyntax, _ arguments: [Value], _ numbers: [Double]) -> ValueError? {
        if arguments.count == 1, let text = arguments[0].text, rangeKind(text) == nil {
            let names = RangeKind.allCases.map(\.rawValue).joined(separator: ", ")
            var fault = constructing(
                attribute,
                "Cannot convert argument \"rangeKind\", with value: \"\(text)\", for \".ctor\" to type \"System.Management.Automation.ValidateRangeKind\": "
                    + "\"Unable to match the identifier name \(text) to a valid enumerator name. Specify one of the following enumerator names and try again: \(names)\""
            )
            fault.innerExceptionType = "System.Management.Automation.PSInvalidCastException"
            fault.innerErrorID = "SubstringDisambiguationEnumParseThrewAnException"
            return fault
        }
        guard arguments.count == 2 else { return nil }
        if (arguments[0].text == nil) != (arguments[1].text == nil) {
            return ArgumentValidation.failure(
                "MinRangeNotTheSameTypeOfMaxRange",
                "The specified minimum range (\(arguments[0].typeName)) cannot be accepted because it is not the same type as the specified "
                    + "maximum range (\(arguments[1].typeName)). Update the ValidateRange attribute for the parameter.")
        }
        guard let order = try? Comparison.order(arguments[1], arguments[0], ignoreCase: false), order < 0 else { return nil }
        return ArgumentValidation.failure(
            "MaxRangeSmallerThanMinRange",
            "The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the ValidateRange "
                + "attribute for the parameter.")
    }

    private static func noConstructor(_ attribute: AttributeSyntax) -> ValueError {
        ValueError(
            "Cannot find an overload for \"\(attribute.name.name)Attribute\" and the argument count: "
                + "\"\(attribute.positionalArguments.count)\".", id: "MethodCountCouldNotFindBest",
            exception: "System.Management.Automation.MethodException", category: "NotSpecified")
    }

    private static func constructing(_ attribute: AttributeSyntax, _ reason: String) -> ValueError {
        ValueError(
            "The following exception occurred while constructing the attribute \"\(attribute.name.name)\": \"\(reason)\"",
            id: "ExceptionConstructingAttribute", category: "InvalidOperation")
    }

    /// The attributes as checks of a variable's assignments.
    static func assignments(_ attributes: [AttributeSyntax]) -> [@Sendable (Value, String) throws -> Void] {
        attributes.compactMap { validation($0) }.map { validation in
            { value, name in
                do { try ArgumentValidation.check(value, validation) } catch {
                    throw ValueError(
                        "The variable cannot be validated because the value \(value.displayText) is not a valid value for the \(name) variable.",
                        id: "ValidateSetFailure", exception: "System.Management.Automation.ValidationMetadataException",
                        category: "MetadataError")
                }
            }
        }
    }
}

/// Rules that concern all parameters of a function together.
enum SignatureRules {
    /// PowerShell keeps a command's parameter sets in a 32-bit mask.
    private static let mostParameterSets = 32

    /// The first rule that is broken: too many parameter sets, or an alias that is another parameter's name or alias; nil where all
    /// hold.
    static func fault(_ parameters: [ParameterInfo]) -> ValueError? {
        let sets = Set(parameters.flatMap(\.memberships).map { FoldedName($0.set) }.filter { $0 != FoldedName("") })
        if sets.count > mostParameterSets {
            return ValueError(
                "Cannot get or run the command. The maximum number of parameter sets for this command has been exceeded.",
                id: "ParsingTooManyParameterSets", exception: "System.Management.Automation.ParsingMetadataException",
                category: "MetadataError")
        }
        var owners: [FoldedName: String] = [:]
        for parameter in parameters { owners[FoldedName(parameter.name)] = parameter.name }
        for parameter in parameters {
            for alias in parameter.aliases {
                if let other = owners.updateValue(parameter.name, forKey: FoldedName(alias)), other != parameter.name {
                    return conflict(alias, of: parameter.name, with: other)
                }
            }
        }
        return nil
    }

    private static func conflict(_ alias: String, of parameter: String, with other: String) -> ValueError {
        let isName = alias.equalsIgnoringCase(other)
        return ValueError(
            isName
                ? "The parameter '\(alias)' cannot be specified because it conflicts with the parameter alias of the same name for parameter '\(parameter)'."
                : "The alias '\(alias)' is declared by the parameters '\(other)' and '\(parameter)': an alias belongs to one parameter.",
            id: isName ? "ParameterNameConflictsWithAlias" : "AliasParameterNameAlreadyExistsForCommand",
            exception: "System.Management.Automation.MetadataException", category: "MetadataError")
    }
}
