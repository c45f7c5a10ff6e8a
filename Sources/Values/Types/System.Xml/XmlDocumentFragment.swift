extension XMLTypes {
    static let fragment = ObjectType("System.Xml.XmlDocumentFragment", base: base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlDocumentFragment") { XMLTypes.fragment }
}
