import Values

/// The exceptions of System.Data.Common without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Data.Common.DbException", "System.Runtime.InteropServices.ExternalException")
}
