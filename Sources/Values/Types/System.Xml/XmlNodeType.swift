extension ObjectType {
    static let xmlNodeType = ObjectType.enumeration(
        "System.Xml.XmlNodeType",
        Enumeration([
            "None", "Element", "Attribute", "Text", "CDATA", "EntityReference", "Entity", "ProcessingInstruction", "Comment",
            "Document",
            "DocumentType", "DocumentFragment", "Notation", "Whitespace", "SignificantWhitespace", "EndElement", "EndEntity",
            "XmlDeclaration",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Xml.XmlNodeType") { .xmlNodeType } }
