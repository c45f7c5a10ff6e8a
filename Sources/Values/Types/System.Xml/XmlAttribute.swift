extension XMLTypes {
    static let attribute = ObjectType("System.Xml.XmlAttribute", base: base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlAttribute") { XMLTypes.attribute }
}
