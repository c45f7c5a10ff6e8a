import Values

/// System.Management.Automation.ErrorCategory, an enumeration whose values start at 0.
public enum ErrorCategory {
    /// The enumeration as an object type.
    public static let type = ObjectType.enumeration(
        "System.Management.Automation.ErrorCategory",
        Enumeration([
            "NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData",
            "InvalidOperation", "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound",
            "OperationStopped", "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy",
            "ResourceExists",
            "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError", "ConnectionError",
            "AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ErrorCategory") { ErrorCategory.type }
}
