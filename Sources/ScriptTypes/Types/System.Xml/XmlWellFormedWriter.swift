import Glibc
import Interpreter
import Values

extension XMLWriterObject {
    /// System.Xml.XmlWellFormedWriter: what XmlWriter.Create gives.
    static let objectType = ObjectType(
        "System.Xml.XmlWellFormedWriter", base: abstract,
        members: [
            action("WriteStartDocument", "object standalone?") { writer, arguments in
                let standalone = arguments.count > 0 ? " standalone=\"\(arguments.bool(0) ? "yes" : "no")\"" : ""
                try writer.declare(standalone: standalone)
            },
            action("WriteEndDocument") { writer, _ in while !writer.open.isEmpty { try writer.endElement() } },
            action("WriteStartElement", "string first", "object second?", "object third?") { writer, arguments in
                let prefix = arguments.count > 2 && !arguments.string(0).isEmpty ? arguments.string(0) + ":" : ""
                try writer.startElement(prefix + arguments.string(arguments.count > 2 ? 1 : 0))
                let namespace = arguments.count > 1 ? arguments.string(arguments.count - 1) : ""
                if !namespace.isEmpty {
                    let name = prefix.isEmpty ? "xmlns" : "xmlns:" + String(prefix.dropLast())
                    try writer.writeAttribute(name, namespace)
                }
            },
            action("WriteEndElement") { writer, _ in try writer.endElement() },
            action("WriteFullEndElement") { writer, _ in
                try writer.closeTag()
                try writer.endElement()
            },
            action("WriteElementString", "string localName", "object value") { writer, arguments in
                try writer.startElement(arguments.string(0))
                if !arguments.string(1).isEmpty { try writer.text(XMLWriter.escaped(arguments.string(1), quotes: false)) }
                try writer.endElement()
            },
            action("WriteAttributeString", "string first", "object second", "object third?", "object fourth?") {
                writer, arguments in
                let (name, value) = attribute(arguments)
                try writer.writeAttribute(name, value)
            },
            action("WriteStartAttribute", "string localName") { writer, arguments in writer.attribute = (arguments.string(0), "") },
            action("WriteEndAttribute") { writer, _ in
                guard let attribute = writer.attribute else { return }
                writer.attribute = nil
                try writer.writeAttribute(attribute.name, attribute.value)
            },
            action("WriteString", "object text") { writer, arguments in
                let text = arguments.string(0)
                try writer.text(writer.attribute == nil ? XMLWriter.escaped(text, quotes: false) : text)
            },
            action("WriteValue", "object value") { writer, arguments in
                try writer.text(XMLWriter.escaped(arguments.string(0), quotes: false))
            },
            action("WriteRaw", "object data") { writer, arguments in
                if writer.open.isEmpty { return try writer.put(arguments.string(0)) }
                try writer.text(arguments.string(0))
            },
            action("WriteCData", "object text") { writer, arguments in
                try writer.text("<![CDATA[" + arguments.string(0).replacing("]]>", with: "]]]]><![CDATA[>") + "]]>")
            },
            action("WriteComment", "object text") { writer, arguments in
                try writer.closeTag()
                try writer.breakLine(writer.open.count)
                if !writer.open.isEmpty { writer.open[writer.open.count - 1].hasChildren = true }
                try writer.put("<!--\(arguments.string(0))-->")
            },
            action("WriteProcessingInstruction", "string name", "object text") { writer, arguments in
                try writer.closeTag()
                try writer.put("<?\(arguments.string(0)) \(arguments.string(1))?>")
            },
            action("Flush") { writer, _ in if !writer.isInTag { return } else { try writer.closeTag() } },
            action("Close") { writer, _ in try writer.close() }, action("Dispose") { writer, _ in try writer.close() },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Xml.XmlWellFormedWriter") { XMLWriterObject.objectType }
}
