import CmdletKit
import Values

/// Checks a bound value against its parameter's declaration.
enum ArgumentValidation {
    static func check(_ value: Value, _ parameter: ParameterInfo, isMandatory: Bool) throws {
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
        if isMandatory {
            if value.isNull, !allowsNull, !(allowsEmptyString && parameter.typeName.lowercased() == "string") {
                throw BinderError.null(parameter.name)
            }
            if value.text?.isEmpty == true, !allowsEmptyString, parameter.typeName.lowercased().hasPrefix("string") {
                throw BinderError.empty(parameter.name, "string")
            }
            if case .array(let array) = value, array.elements.isEmpty, !allowsEmptyCollection, parameter.isCollection {
                throw BinderError.empty(parameter.name, "array")
            }
        }
        for validation in parameter.validations { try check(value, validation, parameter.name) }
    }

    static func check(_ value: Value, _ validation: Validation, _ name: String) throws {
        let elements = value.enumerated ?? [value]
        switch validation {
        case .allowNull, .allowEmptyString, .allowEmptyCollection: return
        case .notNull:
            if value.isNull {
                throw BinderError.validation(
                    name, "The argument is null. Provide a valid value for the argument, and then try running the command again.")
            }
        case .notNullOrEmpty:
            if value.isNull || elements.isEmpty || elements.contains(where: { $0.isNull || $0.text?.isEmpty == true }) {
                throw BinderError.validation(
                    name,
                    "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.")
            }
        case .set(let valid, let ignoreCase):
            for element in elements
            where !valid.contains(where: { ignoreCase ? $0.equalsIgnoringCase(element.displayText) : $0 == element.displayText }) {
                throw BinderError.validation(
                    name,
                    "The argument \"\(element.displayText)\" does not belong to the set \"\(valid.joined(separator: ","))\" specified by the "
                        + "ValidateSet attribute. Supply an argument that is in the set and then try the command again.")
            }
        case .range(let low, let high):
            for element in elements {
                let number = try Conversion.double(element)
                if number < low || number > high {
                    let tooSmall = number < low
                    throw BinderError.validation(
                        name,
                        "The \(element.displayText) argument is \(tooSmall ? "less" : "greater") than the \(tooSmall ? "minimum" : "maximum") allowed "
                            + "range of \(Value.double(tooSmall ? low : high).displayText). Supply an argument that is "
                            + "\(tooSmall ? "greater" : "less") than or equal to \(Value.double(tooSmall ? low : high).displayText) and then try the command again."
                    )
                }
            }
        case .pattern(let pattern):
            let regex = try RegularExpression(pattern, .ignoreCase)
            for element in elements where try regex.firstMatch(in: element.displayText) == nil {
                throw BinderError.validation(
                    name,
                    "The argument \"\(element.displayText)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches "
                        + "\"\(pattern)\" and try the command again.")
            }
        case .length(let low, let high):
            for element in elements where !(low...max(low, high)).contains(element.displayText.utf16.count) {
                throw BinderError.validation(name, "The character length of the argument must be between \(low) and \(high).")
            }
        case .count(let low, let high):
            if !(low...max(low, high)).contains(elements.count) {
                throw BinderError.validation(
                    name, "The parameter requires between \(low) and \(high) values, and \(elements.count) were given.")
            }
        }
    }
}
