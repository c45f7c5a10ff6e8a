import CmdletKit
import Values

/// The binder's errors, with the messages and error ids of PowerShell's ParameterBindingException.
enum BinderError {
    static func make(_ message: String, id: String, category: String = "InvalidArgument") -> TerminatingError {
        TerminatingError(
            ErrorRecord(
                message, id: id, category: category, exception: "System.Management.Automation.ParameterBindingException"))
    }

    static func noSuchParameter(_ name: String) -> TerminatingError {
        make("A parameter cannot be found that matches parameter name '\(name)'.", id: "NamedParameterNotFound")
    }

    static func ambiguous(_ name: String, _ matches: [String]) -> TerminatingError {
        make(
            "Parameter cannot be processed because the parameter name '\(name)' is ambiguous. Possible matches include: "
                + matches.map { "-" + $0 }.joined(separator: " ") + ".", id: "AmbiguousParameter")
    }

    static func surplus(_ value: Value) -> TerminatingError {
        make(
            "A positional parameter cannot be found that accepts argument '\(value.displayText)'.",
            id: "PositionalParameterNotFound")
    }

    static let ambiguousPosition = make(
        "Cannot bind positional parameters because the names of the parameters are ambiguous.",
        id: "AmbiguousPositionalParameterNoName")

    static func twice(_ name: String) -> TerminatingError {
        make(
            "Cannot bind parameter because parameter '\(name)' is specified more than once. To provide multiple values to parameters that "
                + "can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
            id: "ParameterAlreadyBound")
    }

    static func missingArgument(_ name: String, _ type: String) -> TerminatingError {
        make(
            "Missing an argument for parameter '\(name)'. Specify a parameter of type '\(type)' and try again.",
            id: "MissingArgument")
    }

    static func missingMandatory(_ names: [String]) -> TerminatingError {
        make(
            "Cannot process command because of one or more missing mandatory parameters: \(names.joined(separator: " ")).",
            id: "MissingMandatoryParameter")
    }

    static let ambiguousSet = make(
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
        id: "AmbiguousParameterSet")

    static func cannotConvert(_ name: String, _ value: Value, _ reason: String) -> TerminatingError {
        make("Cannot bind parameter '\(name)'. \(reason)", id: "CannotConvertArgumentNoMessage")
    }

    static func null(_ name: String) -> TerminatingError {
        invalid("Cannot bind argument to parameter '\(name)' because it is null.", "ParameterArgumentValidationErrorNullNotAllowed")
    }

    static func empty(_ name: String, _ what: String) -> TerminatingError {
        invalid(
            "Cannot bind argument to parameter '\(name)' because it is an empty \(what).",
            what == "string"
                ? "ParameterArgumentValidationErrorEmptyStringNotAllowed" : "ParameterArgumentValidationErrorEmptyArrayNotAllowed")
    }

    /// - Parameter failure: the attribute's error, which becomes the inner exception.
    static func validation(_ name: String, _ failure: ValueError) -> TerminatingError {
        invalid(
            "Cannot validate argument on parameter '\(name)'. \(failure.message)", "ParameterArgumentValidationError",
            inner: ErrorRecord.wrapping(failure))
    }

    static func transformation(_ name: String, _ failure: ValueError) -> TerminatingError {
        invalid(
            "Cannot process argument transformation on parameter '\(name)'. \(failure.message)",
            "ParameterArgumentTransformationError",
            exception: "System.Management.Automation.ParameterBindingArgumentTransformationException",
            inner: ErrorRecord.wrapping(failure))
    }

    private static func invalid(
        _ message: String, _ id: String, exception: String = "System.Management.Automation.ParameterBindingValidationException",
        inner: ErrorRecord? = nil
    ) -> TerminatingError {
        let inner = inner.map { record in
            record.exception.record = .object(record)
            return record.exception
        }
        return TerminatingError(
            ErrorRecord(
                exception: ExceptionObject(message, typeName: exception, inner: inner), id: id, category: "InvalidData"))
    }

    static let inputNotBound = make(
        "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
        id: "InputObjectNotBound")
}
