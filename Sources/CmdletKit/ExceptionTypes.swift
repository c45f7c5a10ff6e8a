import Values

/// The exception types that errors name and catch clauses match, with their bases.
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
        ], construct: { make("System.Exception", $0) })

    private static func make(_ name: String, _ arguments: Arguments) -> Value {
        let message = arguments.count > 0 ? arguments.string(0) : "Exception of type '\(name)' was thrown."
        return .object(ExceptionObject(message, typeName: name, inner: arguments[1].asObject(ExceptionObject.self)))
    }

    private static func derived(_ name: String, _ base: ObjectType) -> ObjectType {
        ObjectType(name, base: base, construct: { make(name, $0) })
    }

    /// Name and base of each, bases first.
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
        ("System.Management.Automation.ParseException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.PipelineStoppedException", "System.Management.Automation.RuntimeException"),
        ("System.Management.Automation.Remoting.PSRemotingDataStructureException", "System.Management.Automation.RuntimeException"),
        ("Microsoft.PowerShell.Commands.WriteErrorException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.ProcessCommandException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.HelpNotFoundException", "System.SystemException"),
        ("Microsoft.Containers.PowerShell.ContainerException", "System.SystemException"),
    ]

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

    /// The type of a name; an unknown name is a direct child of System.Exception.
    public static func find(_ name: String) -> ObjectType { byName[name.lowercased()] ?? derived(name, exception) }
}
