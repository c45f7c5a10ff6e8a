extension XMLTypes {
    static let cdata = ObjectType("System.Xml.XmlCDataSection", base: characterData)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlCDataSection") { XMLTypes.cdata }
}
