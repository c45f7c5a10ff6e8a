/// The members that .NET's concurrent collections share.
enum ConcurrentCollection {
    /// SyncRoot, which is an error: .NET's concurrent collections lock parts of themselves, so that no one object locks the whole.
    static let syncRoot = Member.property("SyncRoot", "object") { _ in
        throw ValueError(
            "Exception getting \"SyncRoot\": \"The SyncRoot property may not be used for the synchronization of concurrent collections.\"",
            id: "ExceptionWhenGetting", exception: "System.Management.Automation.GetValueInvocationException",
            category: "NotSpecified")
    }
}
