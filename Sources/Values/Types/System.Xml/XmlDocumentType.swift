extension XMLTypes {
    static let documentType = ObjectType("System.Xml.XmlDocumentType", base: linked)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlDocumentType") { XMLTypes.documentType }
}
