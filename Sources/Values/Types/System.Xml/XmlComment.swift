extension XMLTypes {
    static let comment = ObjectType("System.Xml.XmlComment", base: characterData)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Xml.XmlComment") { XMLTypes.comment } }
