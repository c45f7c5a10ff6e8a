import CmdletKit
import Values

/// ValidateRange (about_Functions_Advanced_Parameters).
enum RangeValidation {
    static func check(_ element: Value, _ low: Double, _ high: Double) throws {
        let number = try number(element)
        if number < low { throw tooSmall(element.displayText, Value.double(low).displayText) }
        if number > high { throw tooBig(element.displayText, Value.double(high).displayText) }
    }

    /// Bounds that are strings, compared in the order of strings.
    static func check(_ element: Value, _ low: String, _ high: String) throws {
        let text = element.displayText
        if try Comparison.order(.string(text), .string(low), ignoreCase: false) < 0 { throw tooSmall(text, low) }
        if try Comparison.order(.string(text), .string(high), ignoreCase: false) > 0 { throw tooBig(text, high) }
    }

    static func check(_ element: Value, _ kind: RangeKind) throws {
        let number = try number(element)
        let (isFit, words): (Bool, String) =
            switch kind {
            case .positive: (number > 0, "greater than zero")
            case .nonNegative: (number >= 0, "greater than or equal to zero")
            case .negative: (number < 0, "less than zero")
            case .nonPositive: (number <= 0, "less than or equal to zero")
            }
        if !isFit {
            throw ArgumentValidation.failure(
                "ValidateRange\(kind.rawValue)Failure",
                "The argument \"\(element.displayText)\" cannot be validated because its value is not \(words).")
        }
    }

    private static func number(_ element: Value) throws -> Double {
        do { return try Conversion.double(element) } catch {
            throw ArgumentValidation.failure(
                "ValidationRangeElementType",
                "The argument cannot be validated because its type \"\(element.type.shortName)\" is not the same type (Int32) as the "
                    + "maximum and minimum limits of the parameter. Make sure the argument is of type Int32 and then try the command again."
            )
        }
    }

    private static func tooSmall(_ text: String, _ bound: String) -> ValueError {
        ArgumentValidation.failure(
            "ValidateRangeTooSmall",
            "The \(text) argument is less than the minimum allowed range of \(bound). Supply an argument that is greater than or equal to "
                + "\(bound) and then try the command again.")
    }

    private static func tooBig(_ text: String, _ bound: String) -> ValueError {
        ArgumentValidation.failure(
            "ValidateRangeTooBig",
            "The \(text) argument is greater than the maximum allowed range of \(bound). Supply an argument that is less than or equal to "
                + "\(bound) and then try the command again.")
    }
}
