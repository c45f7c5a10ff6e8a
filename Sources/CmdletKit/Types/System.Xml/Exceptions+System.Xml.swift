import Values

/// The exceptions of System.Xml without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Xml.XmlException", "System.SystemException")
}
