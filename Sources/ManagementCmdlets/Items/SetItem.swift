import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Item.
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
        "Set-Item", aliases: ["si"], synopsis: "Sets a variable, a function, an alias or an environment variable by its path.",
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Paths on the drives Variable, Function, Alias and Env."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Value", \.value, position: 1, pipeline: [.byValue, .byPropertyName], help: "What it is to hold."),
            Parameter("Force", \.force, help: "Read-only ones too."),
            Parameter("PassThru", \.passThru, help: "Writes the item."),
            Parameter("Options", \.options, help: "What may be done with it."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        examples: [Example("Set-Item Env:BULKHEAD_EXAMPLE x; $env:BULKHEAD_EXAMPLE", "An environment variable.", output: "x")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
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
                if provider == .function, !runtime.isBound("Value"), options == nil {
                    try table.remove(target, force: force.isOn)
                    continue
                }
                try table.set(target, runtime.isBound("Value") ? value : nil, options: options, force: force.isOn)
                if passThru.isOn { try runtime.write(ItemObject.make(.entry(provider, name: target), engine)) }
            }
        }
    }
}
