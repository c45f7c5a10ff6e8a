import Glibc
import Values

extension XMLWriterObject {
    /// System.Xml.XmlWriterSettings: how XmlWriter writes.
    static let settingsType: ObjectType = ObjectType(
        "System.Xml.XmlWriterSettings", base: .object,
        construct: { _ in
            .object(
                CustomObject(
                    [
                        ("Indent", .bool(false)), ("IndentChars", .string("  ")), ("NewLineChars", .string("\n")),
                        ("NewLineOnAttributes", .bool(false)), ("OmitXmlDeclaration", .bool(false)), ("Encoding", .null),
                        ("CloseOutput", .bool(false)), ("ConformanceLevel", .string("Document")),
                    ], type: settingsType))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.XmlWriterSettings") { XMLWriterObject.settingsType }
}
