extension XMLTypes {
    static let characterData = ObjectType("System.Xml.XmlCharacterData", base: linked)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlCharacterData") { XMLTypes.characterData }
}
