import CmdletKit
import Values

/// A place in a script that names a command. It caches the function that the name resolved to, so that a call in a loop does not
/// look it up through aliases, scopes and tables each time.
package final class CallSite {
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

    /// The cached function, if the name still resolves to it: no function or alias has been defined since, and no scope between the
    /// current one and the function's defines any. nil otherwise.
    func known(_ engine: Engine) -> FunctionInfo? {
        let definitions = engine.definitions
        guard counter === definitions, version == definitions.version, let function else { return nil }
        return engine.current.definer(definitions) === holder ? function : nil
    }

    /// Caches the result of a look-up, where it is a function.
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

/// Counts the changes of functions and aliases in all scopes of an engine, the end of a scope that defined some among them.
package final class DefinitionCounter {
    fileprivate(set) var version = 0
    func note() { version &+= 1 }
}
