import Formatting
import Interpreter
import Values

/// What views of a script read of objects: properties, and the results of blocks.
struct ViewCode: @unchecked Sendable {
    // Unchecked: a view is of one session, and is used by the thread that runs it.
    private let link: EngineLink

    init(_ link: EngineLink) { self.link = link }

    func property(_ name: String) -> @Sendable (Value) -> Value {
        { value in self.link.engine?.property(name, of: value) ?? value.property(name) ?? .null }
    }

    /// A block that sees the object as `$_`. One that fails gives nothing, as in PowerShell.
    func block(_ block: ScriptBlock) -> @Sendable (Value) -> Value {
        let script = Script(block: block)
        return { value in self.link.engine?.evaluate(script.block, of: value) ?? .null }
    }

    /// The value that an element asks for by <PropertyName> or <ScriptBlock>; nil where it has neither.
    func value(_ node: XMLNode, _ file: DisplayXML) throws -> (@Sendable (Value) -> Value)? {
        if let name = node.text("PropertyName") { return property(name) }
        return try node.text("ScriptBlock").map { block(try file.script($0)) }
    }

    private struct Script: @unchecked Sendable {
        // Unchecked: as above.
        let block: ScriptBlock
    }
}
