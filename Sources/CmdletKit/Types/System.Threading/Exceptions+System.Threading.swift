import Values

/// The exceptions of System.Threading without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Threading.SemaphoreFullException", "System.SystemException",
        message: "Adding the specified count to the semaphore would cause it to exceed its maximum count.")
    $0.add(
        exception: "System.Threading.SynchronizationLockException", "System.SystemException",
        message: "Object synchronization method was called from an unsynchronized block of code.")
    $0.add(exception: "System.Threading.ThreadAbortException", "System.SystemException")
    $0.add(exception: "System.Threading.LockRecursionException", "System.Exception")
    $0.add(exception: "System.Threading.AbandonedMutexException", "System.SystemException")
    $0.add(exception: "System.Threading.WaitHandleCannotBeOpenedException", "System.ApplicationException")
    $0.add(exception: "System.Threading.BarrierPostPhaseException", "System.Exception")
}
