import Values

/// The exceptions of System.Threading.Tasks without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Threading.Tasks.TaskCanceledException", "System.OperationCanceledException",
        message: "A task was canceled.")
}
