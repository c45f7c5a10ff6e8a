extension XMLTypes {
    static let declaration = ObjectType("System.Xml.XmlDeclaration", base: linked)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlDeclaration") { XMLTypes.declaration }
}
