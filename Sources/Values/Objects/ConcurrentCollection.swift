/// What the collections for several threads have in common.
enum ConcurrentCollection {
    /// .NET's locks parts of them at a time: there is no object that stands for all.
    static let syncRoot = Member.property("SyncRoot", "object") { _ in
        throw ValueError(
            "Exception getting \"SyncRoot\": \"The SyncRoot property may not be used for the synchronization of concurrent collections.\"",
            id: "ExceptionWhenGetting", exception: "System.Management.Automation.GetValueInvocationException",
            category: "NotSpecified")
    }
}
