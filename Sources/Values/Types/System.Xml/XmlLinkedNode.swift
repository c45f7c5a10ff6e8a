extension XMLTypes {
    static let linked = ObjectType("System.Xml.XmlLinkedNode", base: base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlLinkedNode") { XMLTypes.linked }
}
