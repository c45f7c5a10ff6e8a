import Values

/// The exceptions of System.Reflection without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Reflection.TargetException", "System.ApplicationException")
    $0.add(exception: "System.Reflection.TargetInvocationException", "System.ApplicationException")
    $0.add(exception: "System.Reflection.AmbiguousMatchException", "System.SystemException")
    $0.add(exception: "System.Reflection.TargetParameterCountException", "System.ApplicationException")
}
