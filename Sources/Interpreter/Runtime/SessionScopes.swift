import Values

/// The variables, functions and aliases of the shell itself or of one module (about_Scopes, "Modules").
///
/// A script block is bound to the session state in which it was written: called from another one, it sees the variables of its own
/// state, not its caller's.
public final class SessionState {
    /// The parent of this state's root scope: nil for the shell's own state, the global scope for a module's.
    private let outer: Scope?
    /// The module that the state belongs to; nil for the shell's own.
    public weak var module: ModuleInfo?

    /// The outermost scope of this state: the global scope, or the module's.
    public var root: Scope {
        if let rootScope { return rootScope }
        let made = Scope(layout: ScopeLayout(), parent: outer, isScriptScope: true, session: self)
        rootScope = made
        return made
    }
    private var rootScope: Scope?
    /// The scope of the innermost running code of this state.
    public internal(set) var current: Scope {
        @inline(__always) get { currentScope ?? root }
        @inline(__always) set { currentScope = newValue }
    }
    private var currentScope: Scope?

    /// Counts the changes of functions and aliases. All states of an engine share the engine's counter, which also tells which
    /// engine a state belongs to.
    package var definitions: DefinitionCounter?

    /// Empties and releases the outermost scope at the end of the session: the scope refers to its state, and closures and classes
    /// in it refer to the scope, so that nothing would be freed otherwise.
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
    /// The parent of the scope in which this block runs when it is called from a scope: the closure's scope, the caller's, or the
    /// current scope of the session state that the block is bound to.
    package func parentScope(from caller: Scope) -> Scope {
        if let closure { return closure }
        guard let session, session !== caller.session else { return caller }
        // A block of another runspace runs below its caller: the current scope of its own state belongs to code that the other
        // runspace runs.
        return session.definitions === caller.session.definitions ? session.current : caller
    }
}
