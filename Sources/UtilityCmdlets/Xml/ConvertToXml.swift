import CmdletKit
import Values

/// ConvertTo-Xml: writes objects as <Object> and <Property> elements.
struct ConvertToXml: Cmdlet {
    private var inputObject: Value = .nothing
    private var depth = 1
    private var noTypeInformation: Switch = false
    private var form = "Document"
    private var root = XMLNode(.element, name: "Objects")

    static let declaration = CmdletDeclaration<Self>(
        "ConvertTo-Xml", synopsis: "Writes objects as XML.",
        description: """
            Each object becomes an <Object> element with a <Property> for each of its properties; names and types \
            stand in attributes. Written is one XmlDocument, or with -As one text or a text for each object. \
            Export-Clixml writes objects in a form from which they can be made again.
            """,
        parameters: [
            Parameter(
                \.depth, validate: [.range(min: 1, max: 2_147_483_647)], default: "1",
                help: "How many levels of objects within objects are written as elements, from 1; deeper ones are their text."),
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue, validate: [.allowNull],
                help: "The objects to write; usually piped in."),
            Parameter(\.noTypeInformation, help: "Leaves out the attribute with the type's name."),
            Parameter(
                \.form, named: "As", validate: [.set(["Stream", "String", "Document"], ignoreCase: true)],
                completer: .values(["Stream", "String", "Document"]),
                default: "Document", help: "Document for one XmlDocument, String for one text, Stream for a text for each object."),
        ],
        outputs: ["System.Xml.XmlDocument", "System.String"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig' } | ConvertTo-Xml -As String -NoTypeInformation",
                "Writes an object as text.",
                output: """
                    <?xml version="1.0" encoding="utf-8"?>
                    <Objects>
                      <Object>
                        <Property Name="Name">fig</Property>
                      </Object>
                    </Objects>
                    """),
            Example(
                "([pscustomobject]@{ Name = 'fig' } | ConvertTo-Xml).Objects.Object.Property.InnerText",
                "Looks into the document that is made.",
                output: "fig"),
        ])

    private static let declarationText = "version=\"1.0\" encoding=\"utf-8\""

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if form.equalsIgnoringCase("Stream") {
            try runtime.write(.string("<?xml \(Self.declarationText)?>"))
            try runtime.write(.string("<Objects>"))
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let node = element("Object", nil, inputObject, depth)
        if form.equalsIgnoringCase("Stream") {
            try runtime.write(.string(XMLWriter.text(node, indent: 2)))
        } else {
            root.append(node)
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if form.equalsIgnoringCase("Stream") {
            try runtime.write(.string("</Objects>"))
            return
        }
        let document = XMLNode(.document, name: "#document")
        document.append(XMLNode(.declaration, name: "xml", value: Self.declarationText))
        document.append(root)
        try runtime.write(
            form.equalsIgnoringCase("String") ? .string(XMLWriter.text(document, indent: 2)) : XMLObject.box(document))
    }

    private func element(_ tag: String, _ name: String?, _ value: Value, _ depth: Int) -> XMLNode {
        let node = XMLNode(.element, name: tag)
        if let name { node.setAttribute("Name", name) }
        if !noTypeInformation.isOn, !value.isNull { node.setAttribute("Type", value.typeName) }
        if value.isNull {
            node.isEmptyTag = true
            return node
        }
        if let table = value.asObject(HashtableObject.self), depth > 0 {
            for pair in table.pairs {
                node.append(element("Property", "Key", pair.key, depth - 1))
                node.append(element("Property", "Value", pair.value, depth - 1))
            }
            return node
        }
        if let elements = value.enumerated, depth > 0 {
            for inner in elements { node.append(element("Property", nil, inner, depth - 1)) }
            return node
        }
        let names = value.text == nil && !isPlain(value) ? value.propertyNames : []
        guard !names.isEmpty, depth > 0 else {
            node.append(XMLNode(.text, name: "#text", value: value.displayText))
            return node
        }
        for name in names { node.append(element("Property", name, value.property(name) ?? .null, depth - 1)) }
        return node
    }

    private func isPlain(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return true }
        return object.type.isValueType && !(object is CustomObject)
    }
}
