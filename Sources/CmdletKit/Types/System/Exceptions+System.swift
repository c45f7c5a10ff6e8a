import Values

/// The exceptions of System without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.SystemException", "System.Exception", message: "System error.")
    $0.add(exception: "System.ApplicationException", "System.Exception", message: "Error in the application.")
    $0.add(exception: "System.AggregateException", "System.Exception", message: "One or more errors occurred.")
    $0.add(
        exception: "System.ArithmeticException", "System.SystemException",
        message: "Overflow or underflow in the arithmetic operation.")
    $0.add(exception: "System.DivideByZeroException", "System.ArithmeticException", message: "Attempted to divide by zero.")
    $0.add(
        exception: "System.OverflowException", "System.ArithmeticException",
        message: "Arithmetic operation resulted in an overflow.")
    $0.add(
        exception: "System.ArgumentNullException", "System.ArgumentException", message: "Value cannot be null.", parameterPlace: 0)
    $0.add(
        exception: "System.ArgumentOutOfRangeException", "System.ArgumentException",
        message: "Specified argument was out of the range of valid values.", parameterPlace: 0)
    $0.add(
        exception: "System.FormatException", "System.SystemException",
        message: "One of the identified items was in an invalid format.")
    $0.add(
        exception: "System.UriFormatException", "System.FormatException",
        message: "One of the identified items was in an invalid format.")
    $0.add(
        exception: "System.IndexOutOfRangeException", "System.SystemException",
        message: "Index was outside the bounds of the array.")
    $0.add(exception: "System.InvalidCastException", "System.SystemException", message: "Specified cast is not valid.")
    $0.add(
        exception: "System.InvalidOperationException", "System.SystemException",
        message: "Operation is not valid due to the current state of the object.")
    $0.add(
        exception: "System.ObjectDisposedException", "System.InvalidOperationException", message: "Cannot access a disposed object."
    )
    $0.add(exception: "System.MemberAccessException", "System.SystemException", message: "Cannot access member.")
    $0.add(
        exception: "System.MissingMemberException", "System.MemberAccessException", message: "Attempted to access a missing member."
    )
    $0.add(
        exception: "System.MissingMethodException", "System.MissingMemberException",
        message: "Attempted to access a missing method.")
    $0.add(
        exception: "System.MissingFieldException", "System.MissingMemberException",
        message: "Attempted to access a non-existing field.")
    $0.add(
        exception: "System.NotImplementedException", "System.SystemException",
        message: "The method or operation is not implemented.")
    $0.add(exception: "System.NotSupportedException", "System.SystemException", message: "Specified method is not supported.")
    $0.add(
        exception: "System.PlatformNotSupportedException", "System.NotSupportedException",
        message: "Operation is not supported on this platform.")
    $0.add(
        exception: "System.NullReferenceException", "System.SystemException",
        message: "Object reference not set to an instance of an object.")
    $0.add(exception: "System.OperationCanceledException", "System.SystemException", message: "The operation was canceled.")
    $0.add(
        exception: "System.OutOfMemoryException", "System.SystemException",
        message: "Insufficient memory to continue the execution of the program.")
    $0.add(
        exception: "System.RankException", "System.SystemException",
        message: "Attempted to operate on an array with the incorrect number of dimensions.")
    $0.add(exception: "System.TimeoutException", "System.SystemException", message: "The operation has timed out.")
    $0.add(exception: "System.TimeZoneNotFoundException", "System.Exception")
    $0.add(exception: "System.TypeInitializationException", "System.SystemException")
    $0.add(exception: "System.TypeLoadException", "System.SystemException", message: "Failure has occurred while loading a type.")
    $0.add(
        exception: "System.UnauthorizedAccessException", "System.SystemException",
        message: "Attempted to perform an unauthorized operation.")
    $0.add(exception: "System.ArrayTypeMismatchException", "System.SystemException")
    $0.add(exception: "System.NotFiniteNumberException", "System.ArithmeticException")
    $0.add(exception: "System.StackOverflowException", "System.SystemException")
    $0.add(exception: "System.InsufficientExecutionStackException", "System.SystemException")
    $0.add(exception: "System.BadImageFormatException", "System.SystemException")
    $0.add(exception: "System.EntryPointNotFoundException", "System.TypeLoadException")
    $0.add(exception: "System.DllNotFoundException", "System.TypeLoadException")
    $0.add(exception: "System.InvalidTimeZoneException", "System.Exception")
}
