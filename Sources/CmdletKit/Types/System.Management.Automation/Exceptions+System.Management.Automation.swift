import Values

/// The exceptions of System.Management.Automation without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Management.Automation.RuntimeException", "System.SystemException",
        record: ("RuntimeException", "NotSpecified"))
    $0.add(exception: "System.Management.Automation.ActionPreferenceStopException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.ApplicationFailedException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.CmdletInvocationException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.CommandNotFoundException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.MetadataException", "System.Management.Automation.RuntimeException")
    $0.add(
        exception: "System.Management.Automation.ArgumentTransformationMetadataException",
        "System.Management.Automation.MetadataException")
    $0.add(exception: "System.Management.Automation.ParsingMetadataException", "System.Management.Automation.MetadataException")
    $0.add(exception: "System.Management.Automation.ValidationMetadataException", "System.Management.Automation.MetadataException")
    $0.add(exception: "System.Management.Automation.ExtendedTypeSystemException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.GetValueException", "System.Management.Automation.ExtendedTypeSystemException")
    $0.add(exception: "System.Management.Automation.GetValueInvocationException", "System.Management.Automation.GetValueException")
    $0.add(exception: "System.Management.Automation.MethodException", "System.Management.Automation.ExtendedTypeSystemException")
    $0.add(exception: "System.Management.Automation.MethodInvocationException", "System.Management.Automation.MethodException")
    $0.add(
        exception: "System.Management.Automation.PropertyNotFoundException",
        "System.Management.Automation.ExtendedTypeSystemException")
    $0.add(exception: "System.Management.Automation.SetValueException", "System.Management.Automation.ExtendedTypeSystemException")
    $0.add(exception: "System.Management.Automation.SetValueInvocationException", "System.Management.Automation.SetValueException")
    $0.add(exception: "System.Management.Automation.InvalidPowerShellStateException", "System.SystemException")
    $0.add(exception: "System.Management.Automation.ParameterBindingException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.ParentContainsErrorRecordException", "System.SystemException")
    $0.add(exception: "System.Management.Automation.ParseException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.PipelineStoppedException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.RemoteException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.ScriptRequiresException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.SessionStateException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.DriveNotFoundException", "System.Management.Automation.SessionStateException")
    $0.add(exception: "System.Management.Automation.ItemNotFoundException", "System.Management.Automation.SessionStateException")
    $0.add(
        exception: "System.Management.Automation.ProviderNotFoundException", "System.Management.Automation.SessionStateException")
    $0.add(
        exception: "System.Management.Automation.SessionStateUnauthorizedAccessException",
        "System.Management.Automation.SessionStateException")
    $0.add(
        exception: "System.Management.Automation.PSArgumentException", "System.ArgumentException", parameterPlace: 1,
        record: ("Argument", "InvalidArgument"))
    $0.add(
        exception: "System.Management.Automation.PSArgumentNullException", "System.ArgumentNullException",
        message: "Value cannot be null.", parameterPlace: 0,
        record: ("ArgumentNull", "InvalidArgument"))
    $0.add(
        exception: "System.Management.Automation.PSArgumentOutOfRangeException", "System.ArgumentOutOfRangeException",
        message: "Specified argument was out of the range of valid values.", parameterPlace: 0,
        record: ("ArgumentOutOfRange", "InvalidArgument"))
    $0.add(
        exception: "System.Management.Automation.PSInvalidCastException", "System.InvalidCastException",
        record: ("PSInvalidCastException", "InvalidArgument"))
    $0.add(
        exception: "System.Management.Automation.PSInvalidOperationException", "System.InvalidOperationException",
        record: ("InvalidOperation", "InvalidOperation")
    )
    $0.add(
        exception: "System.Management.Automation.PSNotImplementedException", "System.NotImplementedException",
        record: ("NotImplemented", "NotImplemented"))
    $0.add(
        exception: "System.Management.Automation.PSNotSupportedException", "System.NotSupportedException",
        record: ("NotSupported", "NotImplemented"))
    $0.add(
        exception: "System.Management.Automation.PSObjectDisposedException", "System.ObjectDisposedException",
        record: ("ObjectDisposed", "InvalidOperation"))
    $0.add(
        internalException: "System.Management.Automation.ParameterBindingArgumentTransformationException",
        "System.Management.Automation.ParameterBindingException")
    $0.add(
        internalException: "System.Management.Automation.ParameterBindingValidationException",
        "System.Management.Automation.ParameterBindingException")
    $0.add(exception: "System.Management.Automation.IncompleteParseException", "System.Management.Automation.ParseException")
    $0.add(
        exception: "System.Management.Automation.SessionStateOverflowException",
        "System.Management.Automation.SessionStateException")
    $0.add(exception: "System.Management.Automation.PSSecurityException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.NativeCommandExitException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.JobFailedException", "System.SystemException")
    $0.add(exception: "System.Management.Automation.WildcardPatternException", "System.Management.Automation.RuntimeException")
    $0.add(exception: "System.Management.Automation.HaltCommandException", "System.SystemException")
    $0.add(
        exception: "System.Management.Automation.CmdletProviderInvocationException",
        "System.Management.Automation.CmdletInvocationException")
    $0.add(exception: "System.Management.Automation.ProviderInvocationException", "System.Management.Automation.RuntimeException")
}
