import Glibc
import Values

extension XMLWriterObject {
    /// System.Xml.Schema.XmlSchema: the namespaces of XML Schema.
    static let schema = ObjectType(
        "System.Xml.Schema.XmlSchema", base: .object,
        statics: [
            .constant("InstanceNamespace", "string") { .string("http://www.w3.org/2001/XMLSchema-instance") },
            .constant("Namespace", "string") { .string("http://www.w3.org/2001/XMLSchema") },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Xml.Schema.XmlSchema") { XMLWriterObject.schema }
}
