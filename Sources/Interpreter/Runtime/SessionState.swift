import Values

/// The variables, functions and aliases of the shell itself or of one module (about_Scopes, "Modules").
///
/// A script block belongs to the session state in which it was written: called from another one, it sees its own variables, not the
/// caller's.
public final class SessionState {
    /// What the global scope of this state is below: nil for the shell's own.
    private let outer: Scope?
    /// The module; nil for the shell's own state.
    public weak var module: ModuleInfo?

    /// The outermost scope of this state: the global scope, or the module's.
    public var root: Scope {
        if let rootScope { return rootScope }
        let made = Scope(layout: ScopeLayout(), parent: outer, isScriptScope: true, session: self)
        rootScope = made
        return made
    }
    private var rootScope: Scope?
    /// The scope of the code of this state that runs at the moment.
    public internal(set) var current: Scope {
        get { currentScope ?? root }
        set { currentScope = newValue }
    }
    private var currentScope: Scope?

    /// Told of every change of functions and aliases; one for each engine, by which its states are known.
    package var definitions: DefinitionCounter?

    /// Empties the outermost scope and lets go of it: the session is over. Scopes hold their state in turn, and closures and classes that
    /// the scope holds are below it.
    func dissolve() {
        rootScope?.clear()
        rootScope = nil
        currentScope = nil
    }

    init(below outer: Scope? = nil) {
        self.outer = outer
        definitions = outer?.session.definitions
    }
}

extension ScriptBlock {
    /// The scope below which this block runs when code of another scope calls it.
    package func parentScope(from caller: Scope) -> Scope {
        if let closure { return closure }
        guard let session, session !== caller.session else { return caller }
        // A block of another runspace runs in the one that calls it: where that one's own code stands at the moment is its own affair.
        return session.definitions === caller.session.definitions ? session.current : caller
    }
}
