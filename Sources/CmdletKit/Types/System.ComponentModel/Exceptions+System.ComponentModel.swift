import Values

/// The exceptions of System.ComponentModel without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.ComponentModel.Win32Exception", "System.Runtime.InteropServices.ExternalException")
}
