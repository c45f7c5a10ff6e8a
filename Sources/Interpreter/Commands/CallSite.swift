import CmdletKit
import Values

/// Where a script names a command: it remembers the function that the name stood for, so that a call in a loop does not look it up each
/// time through aliases, scopes and tables.
package final class CallSite {
    let name: String
    private var version = -1
    private unowned(unsafe) var holder: Scope?
    private var function: FunctionInfo?

    init(_ name: String) { self.name = name }

    /// The function, where the name still stands for the one that was found last: no definition has changed since, and no scope between here
    /// and the one that holds it defines anything.
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

    /// Notes what a look-up found.
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

/// Counts changes of functions and aliases, in whatever scope.
package final class DefinitionCounter {
    fileprivate(set) var version = 0
    func note() { version &+= 1 }
}
