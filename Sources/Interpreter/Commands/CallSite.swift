import CmdletKit
import Values

/// A place in a script that names a command. It caches the function that the name resolved to, so that a call in a loop does not
/// look it up through aliases, scopes and tables each time.
package final class CallSite {
    let name: String
    private var version = -1
    private unowned(unsafe) var holder: Scope?
    private var function: FunctionInfo?

    init(_ name: String) { self.name = name }

    /// The cached function, if the name still resolves to it: no function or alias has been defined since, and no scope between the
    /// current one and the function's defines any. nil otherwise.
    func known(_ engine: Engine) -> FunctionInfo? {
        guard version == engine.definitions.version, let function else { return nil }
        var scope: Scope? = engine.current
        while let here = scope {
            if here === holder { return function }
            guard here.functions == nil, here.aliases == nil else { return nil }
            scope = here.parent
        }
        return nil
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
                (holder, function, version) = (here, found, engine.definitions.version)
                return
            }
            scope = here.parent
        }
        function = nil
    }
}

/// Counts the changes of functions and aliases in all scopes of an engine.
package final class DefinitionCounter {
    fileprivate(set) var version = 0
    func note() { version &+= 1 }
}
