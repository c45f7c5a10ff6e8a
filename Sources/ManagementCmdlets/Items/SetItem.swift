import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Item: sets the value of entries; files have no value.
struct SetItem: Cmdlet {
    private var paths = ItemPaths()
    private var value: Value = .nothing
    private var force: Switch = false
    private var passThru: Switch = false
    private var options: ScopedItemOptions?
    private var names = NameFilter()

    static let declaration = CmdletDeclaration<Self>(
        "Set-Item", aliases: ["si"],
        synopsis: "Sets the value of a variable, a function, an alias or an environment variable by its path.",
        description: """
            Works on the drives Variable, Function, Alias and Env, whose items hold one value; files hold content, \
            which Set-Content writes. The value comes as an argument or from the pipeline. An entry that does not \
            exist is made. Writes nothing unless -PassThru is given. A function without a value is removed.
            """,
        defaultSet: "Path", confirms: true,
        parameters: .of(
            .group(
                \.paths,
                .path("Paths on the drives Variable, Function, Alias and Env; wildcards are allowed.", pipeline: .byPropertyName),
                .literalPath("Paths in which no character is a wildcard.")),
            [
                Parameter(\.value, position: 1, pipeline: [.byValue, .byPropertyName], help: "The new value."),
                Parameter(\.force, help: "Sets read-only entries as well."),
                Parameter(\.passThru, help: "Writes the entries."),
                Parameter(
                    \.options, help: "None, ReadOnly, Constant, Private or AllScope; for variables, functions and aliases."),
            ],
            .group(\.names, NameFilter.parameters(named: "an entry", items: "entries"))),
        outputs: [
            "System.Management.Automation.PSVariable", "System.Management.Automation.FunctionInfo",
            "System.Management.Automation.AliasInfo", "System.Collections.DictionaryEntry",
        ],
        examples: [
            Example("Set-Item Env:COLOUR blue; $env:COLOUR", "An environment variable.", output: "blue"),
            Example("Set-Item Function:Get-Answer { 42 }; Get-Answer", "A function.", output: "42"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        try runtime.forEach(paths.written) { path in
            guard case .entry(let provider, let name) = try engine.itemPath(path) else {
                throw PathResolver.unsupported(.fileSystem)
            }
            var targets = [name]
            if !paths.isLiteral, Wildcard.isPattern(name) {
                targets = EntryTable(provider, engine).names.filter { Wildcard(name).matches($0) }
            }
            for target in targets where names.accepts(target) {
                guard try runtime.shouldProcess(target: "Item: \(target) Value: \(value.displayText)", action: "Set Item") else {
                    continue
                }
                let table = EntryTable(provider, engine)
                if provider == .function, !runtime.isBound(\Self.value), options == nil {
                    try table.remove(target, force: force.isOn)
                    continue
                }
                try table.set(target, runtime.isBound(\Self.value) ? value : nil, options: options, force: force.isOn)
                if passThru.isOn { try runtime.write(ItemObject.make(.entry(provider, name: target), engine)) }
            }
        }
    }
}
