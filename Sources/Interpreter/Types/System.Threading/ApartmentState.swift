import Values

/// System.Threading.ApartmentState: how COM objects are called on a thread; on Linux it is unknown.
package enum ApartmentState {
    /// The enumeration.
    package static let type = ObjectType.enumeration(
        "System.Threading.ApartmentState", Enumeration(["STA", "MTA", "Unknown"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.ApartmentState") { ApartmentState.type }
}
