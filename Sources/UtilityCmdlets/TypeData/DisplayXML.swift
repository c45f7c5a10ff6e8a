import CmdletKit
import Interpreter
import Values

/// What the readers of types.ps1xml and format.ps1xml files share.
struct DisplayXML {
    private let path: String

    init(_ path: String) { self.path = path }

    func root(_ text: String, _ name: String) throws -> XMLNode {
        let document: XMLNode
        do { document = try XMLParser.document(text) } catch let failure as ValueError { throw error(failure.message) }
        guard let root = document.documentElement, root.localName == name else {
            throw error("its outermost element is <\(document.documentElement?.localName ?? "")> and not <\(name)>")
        }
        return root
    }

    func script(_ text: String) throws -> ScriptBlock {
        do { return try ScriptBlock.parse(text) } catch let failure as TerminatingError {
            throw error("a script in it does not parse: \(failure.record.message)")
        }
    }

    func error(_ reason: String) -> ValueError {
        ValueError(
            "Errors occurred while loading the file '\(path)': \(reason.hasSuffix(".") ? reason : reason + ".")",
            id: "TypesXmlUpdateException",
            exception: "System.Management.Automation.RuntimeException", category: "InvalidData")
    }
}

extension XMLNode {
    func elements(_ name: String? = nil) -> [XMLNode] {
        children.filter { $0.kind == .element && (name == nil || $0.localName == name) }
    }

    func element(_ name: String) -> XMLNode? { elements(name).first }

    /// The letters in an element below, without the blanks around them; nil where there is none.
    func text(_ name: String) -> String? { element(name)?.innerText.trimmingSpaces() }
}
