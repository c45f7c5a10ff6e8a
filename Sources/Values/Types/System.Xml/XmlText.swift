extension XMLTypes {
    static let text = ObjectType("System.Xml.XmlText", base: characterData)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Xml.XmlText") { XMLTypes.text } }
