import Values

/// The exception types that errors name and `catch [type]` clauses match, with their base types.
public enum ExceptionTypes {
    private static let exception = ObjectType(
        "System.Exception", base: .object,
        members: [
            .property("Message", "string") { .string($0.asObject(ExceptionObject.self)?.message ?? "") },
            .property("InnerException", "System.Exception") { value in
                value.asObject(ExceptionObject.self)?.inner.map { .object($0) } ?? .null
            },
            .property("ErrorRecord", "System.Management.Automation.ErrorRecord") {
                $0.asObject(ExceptionObject.self)?.record ?? .null
            },
            .property("HResult", "int") { _ in .int(-2_146_233_088) },
            .property("StackTrace", "string") { _ in .null }, .property("Source", "string") { _ in .null },
            .method("GetBaseException", returns: "System.Exception") { value, _ in
                var base = value.asObject(ExceptionObject.self)
                // Bounded: a script can make a chain of inner exceptions that is a circle.
                for _ in 0..<64 { base = base?.inner ?? base }
                return base.map { .object($0) } ?? .null
            },
        ], construct: { make("System.Exception", $0) })

    private static func make(_ name: String, _ arguments: Arguments) -> Value {
        let inner = arguments[1].asObject(ExceptionObject.self) ?? arguments[2].asObject(ExceptionObject.self)
        guard let place = parameterPlaces[name], arguments.count > place || arguments.count == 1 && place == 0 else {
            let message = arguments.count > 0 ? arguments.string(0) : defaultMessage(name)
            return .object(ExceptionObject(message, typeName: name, inner: inner))
        }
        // ArgumentException(message, parameter), but ArgumentNullException(parameter, message) and
        // ArgumentOutOfRangeException(parameter, …).
        let parameter = arguments[place].text ?? ""
        let given = place == 0 ? arguments.count > 1 && inner == nil ? arguments[arguments.count - 1].text : nil : arguments[0].text
        let message = given ?? (parameter.isEmpty && place > 0 ? arguments.string(0) : defaultMessage(name))
        let suffix = parameter.isEmpty ? "" : " (Parameter '\(parameter)')"
        let exception = ExceptionObject(message + suffix, typeName: name, inner: inner)
        exception.parameterName = parameter.isEmpty ? nil : parameter
        return .object(exception)
    }

    /// The index of the parameter's name among the constructor's arguments, by type.
    private static let parameterPlaces = [
        "System.ArgumentException": 1, "System.ArgumentNullException": 0, "System.ArgumentOutOfRangeException": 0,
        "System.Management.Automation.PSArgumentException": 1, "System.Management.Automation.PSArgumentNullException": 0,
        "System.Management.Automation.PSArgumentOutOfRangeException": 0,
    ]

    private static let defaultMessages = [
        "System.ApplicationException": "Error in the application.", "System.SystemException": "System error.",
        "System.ArgumentException": "Value does not fall within the expected range.",
        "System.ArgumentNullException": "Value cannot be null.",
        "System.ArgumentOutOfRangeException": "Specified argument was out of the range of valid values.",
        "System.ArithmeticException": "Overflow or underflow in the arithmetic operation.",
        "System.DivideByZeroException": "Attempted to divide by zero.",
        "System.FormatException": "One of the identified items was in an invalid format.",
        "System.IndexOutOfRangeException": "Index was outside the bounds of the array.",
        "System.InvalidCastException": "Specified cast is not valid.",
        "System.InvalidOperationException": "Operation is not valid due to the current state of the object.",
        "System.NotImplementedException": "The method or operation is not implemented.",
        "System.NotSupportedException": "Specified method is not supported.",
        "System.NullReferenceException": "Object reference not set to an instance of an object.",
        "System.OperationCanceledException": "The operation was canceled.",
        "System.OverflowException": "Arithmetic operation resulted in an overflow.",
        "System.TimeoutException": "The operation has timed out.",
        "System.UnauthorizedAccessException": "Attempted to perform an unauthorized operation.",
        "System.IO.IOException": "I/O error occurred.", "System.IO.FileNotFoundException": "Unable to find the specified file.",
        "System.Collections.Generic.KeyNotFoundException": "The given key was not present in the dictionary.",
    ]

    private static func defaultMessage(_ name: String) -> String {
        defaultMessages[name] ?? "Exception of type '\(name)' was thrown."
    }

    private static let parameterName = Member.property("ParamName", "string") { value in
        value.asObject(ExceptionObject.self)?.parameterName.map { .string($0) } ?? .null
    }

    private static func derived(_ name: String, _ base: ObjectType) -> ObjectType {
        ObjectType(
            name, base: base, members: name == "System.ArgumentException" ? [parameterName] : [], construct: { make(name, $0) })
    }

    /// Each type's name and its base's name; a base stands before the types that derive from it.
    private static let hierarchy: [(String, String)] = [
        ("System.SystemException", "System.Exception"),
        ("System.Data.Common.DbException", "System.SystemException"),
        ("System.Data.SqlClient.SqlException", "System.Data.Common.DbException"),
        ("System.ApplicationException", "System.Exception"),
        ("System.ArithmeticException", "System.SystemException"), ("System.DivideByZeroException", "System.ArithmeticException"),
        ("System.OverflowException", "System.ArithmeticException"),
        ("System.TypeInitializationException", "System.SystemException"), ("System.ArgumentException", "System.SystemException"),
        ("System.ArgumentNullException", "System.ArgumentException"),
        ("System.ArgumentOutOfRangeException", "System.ArgumentException"),
        ("System.FormatException", "System.SystemException"), ("System.InvalidCastException", "System.SystemException"),
        ("System.IndexOutOfRangeException", "System.SystemException"),
        ("System.InvalidOperationException", "System.SystemException"),
        ("System.NotSupportedException", "System.SystemException"), ("System.NotImplementedException", "System.SystemException"),
        ("System.NullReferenceException", "System.SystemException"), ("System.TimeoutException", "System.SystemException"),
        ("System.UnauthorizedAccessException", "System.SystemException"),
        ("System.OperationCanceledException", "System.SystemException"),
        ("System.IO.IOException", "System.SystemException"), ("System.IO.FileNotFoundException", "System.IO.IOException"),
        ("System.IO.DirectoryNotFoundException", "System.IO.IOException"),
        ("System.ComponentModel.Win32Exception", "System.SystemException"),
        ("System.Collections.Generic.KeyNotFoundException", "System.SystemException"),
        ("System.Management.Automation.RuntimeException", "System.SystemException"),
        ("System.Management.Automation.CmdletInvocationException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.ActionPreferenceStopException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.CommandNotFoundException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.MetadataException", "System.Management.Automation.RuntimeException"),
        (
            "System.Management.Automation.ArgumentTransformationMetadataException",
            "System.Management.Automation.MetadataException"
        ),
        ("System.Management.Automation.ScriptRequiresException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.ItemNotFoundException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.DriveNotFoundException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.MethodException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.MethodInvocationException", "System.Management.Automation.MethodException"),
        ("System.Management.Automation.SetValueInvocationException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.ParentContainsErrorRecordException", "System.SystemException"),
        ("System.Management.Automation.ParameterBindingException", "System.Management.Automation.RuntimeException"),
        (
            "System.Management.Automation.ParameterBindingValidationException",
            "System.Management.Automation.ParameterBindingException"
        ),
        ("System.Management.Automation.PSInvalidCastException", "System.InvalidCastException"),
        ("System.Management.Automation.PSInvalidOperationException", "System.InvalidOperationException"),
        ("System.Management.Automation.PSArgumentException", "System.ArgumentException"),
        ("System.Management.Automation.PSArgumentNullException", "System.ArgumentNullException"),
        ("System.Management.Automation.PSArgumentOutOfRangeException", "System.ArgumentOutOfRangeException"),
        ("System.Management.Automation.PSNotSupportedException", "System.NotSupportedException"),
        ("System.Management.Automation.PSNotImplementedException", "System.NotImplementedException"),
        ("System.AggregateException", "System.Exception"), ("System.Security.SecurityException", "System.SystemException"),
        ("System.Net.WebException", "System.InvalidOperationException"),
        ("System.Net.Http.HttpRequestException", "System.Exception"),
        ("System.Management.Automation.ParseException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.PipelineStoppedException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.Remoting.PSRemotingDataStructureException", "System.Management.Automation.RuntimeException"),
        ("Microsoft.PowerShell.Commands.WriteErrorException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.ProcessCommandException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.HelpNotFoundException", "System.SystemException"),
        ("Microsoft.Containers.PowerShell.ContainerException", "System.SystemException"),
    ]

    /// System.Exception and all types of the hierarchy, bases first.
    public static let all: [ObjectType] = {
        var made = [exception.name: exception]
        var list = [exception]
        for (name, base) in hierarchy {
            let type = derived(name, made[base] ?? exception)
            made[name] = type
            list.append(type)
        }
        return list
    }()

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    /// The exception type of a name, whatever its case. An unknown name gives a new type derived directly from System.Exception.
    public static func find(_ name: String) -> ObjectType { byName[name.lowercased()] ?? derived(name, exception) }
}
