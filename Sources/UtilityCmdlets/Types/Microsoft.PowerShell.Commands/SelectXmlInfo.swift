import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Microsoft.PowerShell.Commands.SelectXmlInfo: a node that Select-Xml found.
final class SelectXmlInfo: Object {
    private let node: XMLObject
    private let path: String
    private let pattern: String

    init(node: XMLObject, path: String, pattern: String) {
        self.node = node
        self.path = path
        self.pattern = pattern
        super.init()
    }

    private var text: String {
        let node = node.node
        return (node.kind == .element || node.kind == .document ? XMLWriter.inner(node) : node.value).trimmingSpaces()
    }

    override var stringForm: String? { path == "InputStream" ? text : "\(text):\(path)" }
    override var type: ObjectType { Self.objectType }

    static let objectType = ObjectType(
        "Microsoft.PowerShell.Commands.SelectXmlInfo", base: .object,
        members: [
            .property("Node", "System.Xml.XmlNode") { value in value.asObject(SelectXmlInfo.self).map { .object($0.node) } ?? .null
            },
            .property("Path", "string") { .string($0.asObject(SelectXmlInfo.self)?.path ?? "") },
            .property("Pattern", "string") { .string($0.asObject(SelectXmlInfo.self)?.pattern ?? "") },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.SelectXmlInfo") { SelectXmlInfo.objectType }
}
