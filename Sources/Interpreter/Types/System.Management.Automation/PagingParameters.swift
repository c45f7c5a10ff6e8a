import Values

extension ParameterClasses {
    /// System.Management.Automation.PagingParameters: those of a function that supports paging.
    static let pagingParameters = make(
        "System.Management.Automation.PagingParameters",
        [("IncludeTotalCount", "", true), ("Skip", "", false), ("First", "", false)])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PagingParameters") { ParameterClasses.pagingParameters }
}
