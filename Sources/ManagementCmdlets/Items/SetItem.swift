import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Item: sets the value of entries; files have no value.
struct SetItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var value: Value = .nothing
    private var force: Switch = false
    private var passThru: Switch = false
    private var options: ScopedItemOptions?
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Set-Item", aliases: ["si"],
        synopsis: "Sets the value of a variable, a function, an alias or an environment variable by its path.",
        description: """
            Works on the drives Variable, Function, Alias and Env, whose items hold one value; files hold content, \
            which Set-Content writes. The value comes as an argument or from the pipeline. An entry that does not \
            exist is made. Writes nothing unless -PassThru is given. A function without a value is removed.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Paths on the drives Variable, Function, Alias and Env; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths in which no character is a wildcard."),
            Parameter(\.value, position: 1, pipeline: [.byValue, .byPropertyName], help: "The new value."),
            Parameter(\.force, help: "Sets read-only entries as well."),
            Parameter(\.passThru, help: "Writes the entries."),
            Parameter(
                \.options, help: "None, ReadOnly, Constant, Private or AllScope; for variables, functions and aliases."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of an entry must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only entries whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: entries whose name fits one of them are left out."),
        ],
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
        let literal = runtime.isBound(\Self.literalPath)
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        try runtime.forEach(literal ? literalPath : path) { path in
            guard case .entry(let provider, let name) = try engine.itemPath(path) else {
                throw PathResolver.unsupported(.fileSystem)
            }
            var targets = [name]
            if !literal, Wildcard.isPattern(name) {
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
