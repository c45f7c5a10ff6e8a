import CmdletKit
import Interpreter
import SourceText
import Values

/// System.Management.Automation.Runspaces.InitialSessionState: what a new runspace begins with.
final class InitialSessionState: Object {
    /// Whether the runspace gets only the added commands, and not the shell's own (`[initialsessionstate]::Create()`).
    let isEmpty: Bool
    let commands = InitialSessionState.entries(SessionStateEntries.commandEntry)
    let variables = InitialSessionState.entries(SessionStateEntries.variable)
    let environment = InitialSessionState.entries(SessionStateEntries.variable)
    let startupScripts = InitialSessionState.entries(.string)
    var modules: [String] = []
    var languageMode = Value.string("FullLanguage")

    private static func entries(_ type: ObjectType) -> ListObject {
        ListObject(
            [],
            type: GenericTypes.find("System.Management.Automation.Runspaces.InitialSessionStateEntryCollection", [type]) ?? .list)
    }

    init(isEmpty: Bool) {
        self.isEmpty = isEmpty
        super.init()
    }

    override var type: ObjectType { SessionStateEntries.initial }

    /// Defines the entries in a runspace, imports the modules and runs the startup scripts.
    /// - Throws: the errors of the scripts and imports.
    func apply(to runspace: Runspace) throws {
        guard let engine = runspace.engine else { return }
        let entries = commands.elements.compactMap { $0.asObject(SessionStateEntry.self) }
        if isEmpty { engine.commands.keep(Set(entries.filter { $0.kind == .cmdlet }.map { FoldedName($0.name) })) }
        for entry in entries {
            switch entry.kind {
            case .function:
                engine.define(
                    FunctionInfo(name: entry.name, block: try ScriptBlock.parse(entry.content.displayText)), in: engine.global)
            case .alias: engine.define(AliasInfo(name: entry.name, definition: entry.content.displayText), in: engine.global)
            case .cmdlet, .variable: continue
            }
        }
        for entry in variables.elements.compactMap({ $0.asObject(SessionStateEntry.self) }) {
            try engine.global.set(entry.name, entry.content)
        }
        let frame = engine.topFrame(.init(text: ""), output: NullSink())
        for module in modules {
            try engine.onThread {
                _ = try engine.invoke(
                    try ScriptBlock.parse("Import-Module -Name $args[0] -Global"), arguments: [.string(module)], in: frame)
            }
        }
        for script in startupScripts.elements.map(\.displayText) {
            // Dot-sourced, so that the functions and variables of the script stay in the runspace.
            let isFile = script.lowercased().hasSuffix(".ps1") && engine.fileSystem.isFile(engine.fileSystem.hostPath(script))
            var code = try RunspaceCode(text: isFile ? ". '\(script.replacing("'", with: "''"))'" : script)
            code.hasOwnScope = false
            try engine.onThread { try engine.execute(code, output: NullSink(), streams: Streams()) }
        }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.InitialSessionState", "initialsessionstate") { SessionStateEntries.initial }
}
