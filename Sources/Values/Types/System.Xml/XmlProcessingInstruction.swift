extension XMLTypes {
    static let instruction = ObjectType("System.Xml.XmlProcessingInstruction", base: linked)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlProcessingInstruction") { XMLTypes.instruction }
}
