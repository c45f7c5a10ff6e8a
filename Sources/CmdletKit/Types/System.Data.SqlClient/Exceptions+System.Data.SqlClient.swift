import Values

/// The exceptions of System.Data.SqlClient without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Data.SqlClient.SqlException", "System.Data.Common.DbException")
}
