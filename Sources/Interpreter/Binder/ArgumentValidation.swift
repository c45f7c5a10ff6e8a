import CmdletKit
import Values

/// Checks bound values against the declaration of their parameter.
enum ArgumentValidation {
    /// Checks a mandatory parameter's value: `$null`, empty strings and empty collections need an Allow attribute
    /// (about_Functions_Advanced_Parameters).
    /// - Throws: ParameterBindingValidationException.
    static func checkPresence(_ value: Value, _ parameter: ParameterInfo, isMandatory: Bool) throws {
        guard isMandatory else { return }
        var allowsNull = false
        var allowsEmptyString = false
        var allowsEmptyCollection = false
        for validation in parameter.validations {
            switch validation {
            case .allowNull: allowsNull = true
            case .allowEmptyString: allowsEmptyString = true
            case .allowEmptyCollection: allowsEmptyCollection = true
            default: break
            }
        }
        let isText = parameter.typeName.lowercased() == "string"
        if value.isNull, isText {
            // `$null` converts to the empty string for a string parameter.
            if !allowsEmptyString, !allowsNull { throw BinderError.empty(parameter.name, "string") }
            return
        }
        if value.isNull, !allowsNull { throw BinderError.null(parameter.name) }
        if value.text?.isEmpty == true, !allowsEmptyString, parameter.typeName.lowercased().hasPrefix("string") {
            throw BinderError.empty(parameter.name, "string")
        }
        if case .array(let array) = value, array.elements.isEmpty, !allowsEmptyCollection, parameter.isCollection {
            throw BinderError.empty(parameter.name, "array")
        }
    }

    /// Checks a parameter's validation attributes.
    /// - Throws: ParameterBindingValidationException with the attribute's own error inside.
    static func check(_ value: Value, _ validations: [Validation], _ name: String) throws {
        for validation in validations {
            do { try check(value, validation) } catch let failure as ValueError { throw BinderError.validation(name, failure) }
        }
    }

    /// Checks one validation attribute.
    /// - Throws: ValidationMetadataException (as `ValueError`) with the attribute's message.
    static func check(_ value: Value, _ validation: Validation) throws {
        let elements = value.enumerated ?? [value]
        switch validation {
        case .allowNull, .allowEmptyString, .allowEmptyCollection: return
        case .notNull:
            if value.isNull || elements.contains(where: \.isNull) {
                throw failure(
                    "ArgumentIsNull",
                    "The argument is null. Provide a valid value for the argument, and then try running the command again.")
            }
        case .notNullOrEmpty:
            if value.isNull || elements.isEmpty || elements.contains(where: { $0.isNull || $0.text?.isEmpty == true }) {
                throw failure(
                    value.isNull ? "ArgumentIsNull" : "ArgumentIsEmpty",
                    "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.")
            }
        case .notNullOrWhiteSpace:
            let isBlank = { (text: String) in text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
            if value.isNull || elements.isEmpty || elements.contains(where: { $0.isNull || $0.text.map(isBlank) == true }) {
                throw failure(
                    value.isNull ? "ArgumentIsNull" : "ArgumentIsEmptyOrWhiteSpace",
                    "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non "
                        + "white-space characters, and then try the command again.")
            }
        case .set(let valid, let ignoreCase, let message):
            for element in elements
            where !valid.contains(where: { ignoreCase ? $0.equalsIgnoringCase(element.displayText) : $0 == element.displayText }) {
                throw failure(
                    "ValidateSetFailure",
                    filled(message, element.displayText, valid.joined(separator: ","))
                        ?? "The argument \"\(element.displayText)\" does not belong to the set \"\(valid.joined(separator: ","))\" specified by the "
                        + "ValidateSet attribute. Supply an argument that is in the set and then try the command again.")
            }
        case .range(let low, let high):
            for element in elements { try RangeValidation.check(element, low, high) }
        case .textRange(let low, let high):
            for element in elements { try RangeValidation.check(element, low, high) }
        case .rangeKind(let kind):
            for element in elements { try RangeValidation.check(element, kind) }
        case .pattern(let pattern, let message, let ignoreCase):
            let regex = try RegularExpression(pattern, ignoreCase ? .ignoreCase : [])
            for element in elements where try regex.firstMatch(in: element.displayText) == nil {
                throw failure(
                    "ValidatePatternFailure",
                    filled(message, element.displayText, pattern)
                        ?? "The argument \"\(element.displayText)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches "
                        + "\"\(pattern)\" and try the command again.")
            }
        case .length(let low, let high):
            for element in elements { try checkLength(element, low, high) }
        case .count(let low, let high):
            try checkCount(value, low, high)
        }
    }

    private static func checkLength(_ element: Value, _ low: Int, _ high: Int) throws {
        guard let text = element.text else {
            throw failure(
                "ValidateLengthNotString",
                "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the "
                    + "parameter a string or string[] parameter.")
        }
        let count = text.utf16.count
        if count < low {
            throw failure(
                "ValidateLengthMinLengthFailure",
                "The character length (\(count)) of the argument is too short. Specify an argument with a length that is greater than or "
                    + "equal to \"\(low)\", and then try the command again.")
        }
        if count > high {
            throw failure(
                "ValidateLengthMaxLengthFailure",
                "The character length (\(count)) of the argument is too long. Specify an argument with a length that is shorter than or "
                    + "equal to \"\(high)\", and then try the command again.")
        }
    }

    private static func checkCount(_ value: Value, _ low: Int, _ high: Int) throws {
        guard let count = value.isNull ? 0 : value.asObject(HashtableObject.self)?.count ?? value.enumerated?.count else {
            throw failure(
                "NotAnArrayParameter",
                "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or "
                    + "make the parameter an array parameter.")
        }
        guard count < low || count > high else { return }
        if low == high {
            throw failure(
                "ValidateCountExactFailure", "The parameter requires exactly \(low) value(s) - \(count) value(s) were provided.")
        }
        throw failure(
            "ValidateCountMinMaxFailure",
            "The parameter requires at least \(low) value(s) and no more than \(high) value(s) - \(count) value(s) were provided.")
    }

    static func failure(_ id: String, _ message: String) -> ValueError {
        ValueError(
            message, id: id, exception: "System.Management.Automation.ValidationMetadataException", category: "MetadataError")
    }

    /// The ErrorMessage of an attribute with the argument as {0} and the attribute's set, pattern or script as {1}; nil without an
    /// ErrorMessage.
    static func filled(_ message: String?, _ argument: String, _ rule: String) -> String? {
        message.map { (try? CompositeFormat.format($0, [.string(argument), .string(rule)])) ?? $0 }
    }
}
