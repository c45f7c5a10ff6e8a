import Formatting
import Interpreter
import Values

/// Reads the values that views of format files name: properties, and the results of script blocks.
struct ViewCode: @unchecked Sendable {
    // Unchecked: a view belongs to one session and is used by the thread that runs its code.
    private let link: EngineLink

    init(_ link: EngineLink) { self.link = link }

    /// Reads a property of an object, script properties and type data included; $null if there is none.
    func property(_ name: String) -> @Sendable (Value) -> Value {
        { value in self.link.engine?.property(name, of: value) ?? value.property(name) ?? .null }
    }

    /// Evaluates a script block with the object as `$_`. If it fails the value is $null, as in PowerShell.
    func block(_ block: ScriptBlock) -> @Sendable (Value) -> Value {
        let script = Script(block: block)
        return { value in self.link.engine?.evaluate(script.block, of: value) ?? .null }
    }

    /// Reads the value that an element names by PropertyName or ScriptBlock; nil if it has neither.
    /// - Throws: the error of the file, if the script does not parse.
    func value(_ node: XMLNode, _ file: DisplayXML) throws -> (@Sendable (Value) -> Value)? {
        if let name = node.text("PropertyName") { return property(name) }
        return try node.text("ScriptBlock").map { block(try file.script($0)) }
    }

    private struct Script: @unchecked Sendable {
        // Unchecked: as for ViewCode.
        let block: ScriptBlock
    }
}
