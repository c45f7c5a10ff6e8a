import CmdletKit
import Interpreter
import Values

/// What the readers of types.ps1xml and format.ps1xml files share. Their errors name the file.
struct DisplayXML {
    private let path: String

    init(_ path: String) { self.path = path }

    /// The root element of a file's text.
    /// - Throws: `error(_:)` if the text is not XML or the root has another name.
    func root(_ text: String, _ name: String) throws -> XMLNode {
        let document: XMLNode
        do { document = try XMLParser.document(text) } catch let failure as ValueError { throw error(failure.message) }
        guard let root = document.documentElement, root.localName == name else {
            throw error("its outermost element is <\(document.documentElement?.localName ?? "")> and not <\(name)>")
        }
        return root
    }

    /// A script of the file.
    /// - Throws: `error(_:)` if it does not parse.
    func script(_ text: String) throws -> ScriptBlock {
        do { return try ScriptBlock.parse(text) } catch let failure as TerminatingError {
            throw error("a script in it does not parse: \(failure.record.message)")
        }
    }

    /// The error for a file that cannot be used.
    func error(_ reason: String) -> ValueError {
        ValueError(
            "Errors occurred while loading the file '\(path)': \(reason.hasSuffix(".") ? reason : reason + ".")",
            id: "TypesXmlUpdateException",
            exception: "System.Management.Automation.RuntimeException", category: "InvalidData")
    }
}

extension XMLNode {
    /// The child elements, all or those with a name.
    func elements(_ name: String? = nil) -> [XMLNode] {
        children.filter { $0.kind == .element && (name == nil || $0.localName == name) }
    }

    /// The first child element with a name.
    func element(_ name: String) -> XMLNode? { elements(name).first }

    /// The text of the first child element with a name, trimmed; nil if there is none.
    func text(_ name: String) -> String? { element(name)?.innerText.trimmingSpaces() }
}
