import CmdletKit
import Values

/// Where a script names a command: it remembers the function that the name stood for, so that a call in a loop does not look it up each
/// time through aliases, scopes and tables.
final class CallSite {
    let name: String
    /// The engine's count of definitions, and its state when the function was found. The counter itself is held: code may run in several
    /// engines (`ForEach-Object -Parallel`), and each counts for itself.
    private var counter: DefinitionCounter?
    private var version = -1
    /// The scope that defines the function. Only its address is compared, which means this very scope as long as the count stands still: a
    /// scope that defined something counts when it goes.
    private unowned(unsafe) var holder: Scope?
    private var function: FunctionInfo?

    init(_ name: String) { self.name = name }

    /// The function, where the name still stands for the one that was found last: no definition has changed since, and no scope between here
    /// and the one that holds it defines anything.
    func known(_ engine: Engine) -> FunctionInfo? {
        guard counter === engine.definitions, version == engine.definitions.version, let function else { return nil }
        return engine.current.definer(engine.definitions) === holder ? function : nil
    }

    /// Notes what a look-up found.
    func note(_ command: Command, _ engine: Engine) {
        guard case .function(let found) = command, found.name.equalsIgnoringCase(name) else {
            function = nil
            return
        }
        var scope: Scope? = engine.current
        while let here = scope {
            if here.functions?[FoldedName(name)] === found {
                (holder, function) = (here, found)
                (counter, version) = (engine.definitions, engine.definitions.version)
                return
            }
            scope = here.parent
        }
        function = nil
    }
}

/// Counts changes of functions and aliases in whatever scope, the end of a scope that defined some among them.
final class DefinitionCounter {
    fileprivate(set) var version = 0
    func note() { version &+= 1 }
}
