import Values

/// The variables, functions and aliases of one running block.
///
/// Scoping is dynamic: a name that is not set in a scope is looked up in its parent, the scope of the caller (about_Scopes).
public final class Scope {
    /// The scope in which names not set here are looked up; nil for the global scope.
    public let parent: Scope?
    let layout: ScopeLayout
    /// One value per name of the layout; `.unset` where the scope has no such variable. Unsafe memory rather than an array: with an
    /// array's uniqueness and bounds checks at every access a loop took three times as long. It only ever grows, and code checks
    /// its size once on entry (`reserve`).
    private(set) var slots: UnsafeMutablePointer<Value>
    private var capacity: Int
    /// The type, options and validation of each variable by slot, up to the last constrained one. An array, so that a call takes
    /// its block's parameters' constraints as they are: filling a dictionary cost a third of each call.
    private var constraints: [VariableConstraint?] = []
    /// The highest slot with a constraint, which an assignment compares with before it takes the slow path. The engine's constants
    /// have the lowest slots of the global scope.
    private var highestConstrained = -1
    var functions: [FoldedName: FunctionInfo]? { didSet { session.definitions?.note() } }
    var aliases: [FoldedName: AliasInfo]? { didSet { session.definitions?.note() } }
    /// The drives of New-PSDrive in this scope.
    var drives: [FoldedName: Drive]?
    /// The classes and enumerations that were defined here or imported by `using module`.
    var types: ScopedTypes?
    /// The level of Set-StrictMode in this scope; nil where it was not called here.
    var strictLevel: Int?
    /// Whether this is the scope of a script file or a module, which `$script:` refers to.
    let isScriptScope: Bool
    /// The session state that the scope belongs to.
    public let session: SessionState

    init(layout: ScopeLayout, parent: Scope?, isScriptScope: Bool = false, session: SessionState) {
        self.layout = layout
        self.parent = parent
        self.isScriptScope = isScriptScope
        self.session = session
        capacity = max(layout.count, 4)
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: .unset, count: capacity)
    }

    deinit {
        // What call sites found here is gone, and the next scope may stand at this one's address.
        if functions != nil || aliases != nil { session.definitions?.note() }
        slots.deinitialize(count: capacity)
        slots.deallocate()
    }

    /// Grows the slots to the layout's present number of names.
    @inline(__always) func reserve() {
        if layout.count > capacity { grow() }
    }

    private func grow() {
        let wider = max(layout.count, capacity * 2)
        let moved = UnsafeMutablePointer<Value>.allocate(capacity: wider)
        moved.moveInitialize(from: slots, count: capacity)
        (moved + capacity).initialize(repeating: .unset, count: wider - capacity)
        slots.deallocate()
        slots = moved
        capacity = wider
    }

    /// The value of a variable of this scope, not of its parents; nil where it is not set here.
    func own(_ name: String) -> Value? {
        guard let slot = layout.slot(name), slot < capacity else { return nil }
        if case .unset = slots[slot] { return nil }
        return slots[slot]
    }

    /// Whether the variable is private: hidden from child scopes.
    func isPrivate(_ name: String) -> Bool {
        guard highestConstrained >= 0, let slot = layout.slot(name) else { return false }
        return isPrivate(slot)
    }

    private func isPrivate(_ slot: Int) -> Bool {
        slot <= highestConstrained && constraint(slot)?.options.contains(.private) == true
    }

    /// Makes a variable private: hidden from child scopes.
    func hideFromBelow(_ name: String) {
        let slot = layout.slotOrNew(name)
        var constraint = constraint(slot) ?? VariableConstraint()
        constraint.options.insert(.private)
        constrain(slot: slot, constraint)
    }

    /// The nearest scope that has the variable, this one included.
    package func holder(of name: String) -> Scope? { find(FoldedName(name), from: self)?.scope }

    /// The value of a variable as read from this scope; nil where it was never set.
    public func value(_ name: String) -> Value? { find(FoldedName(name), from: self).map { $0.scope.slots[$0.slot] } }

    /// The value of a variable as read from the parent scope.
    func inherited(_ name: String) -> Value? { find(FoldedName(name), from: parent).map { $0.scope.slots[$0.slot] } }

    /// The nearest scope, from one upwards, that has a variable which may be seen from here.
    ///
    /// Calls of one function share a layout, and those of a recursion alternate between few: the slots of the last two are remembered, or
    /// every look-up below ten thousand calls would hash the name ten thousand times.
    private func find(_ key: FoldedName, from start: Scope?) -> (scope: Scope, slot: Int)? {
        var scope = start
        var last: (layout: ScopeLayout, slot: Int?)?
        var other: (layout: ScopeLayout, slot: Int?)?
        while let current = scope {
            if last?.layout !== current.layout {
                swap(&last, &other)
                if last?.layout !== current.layout { last = (current.layout, current.layout.slot(key)) }
            }
            if let slot = last?.slot ?? nil, slot < current.capacity {
                if case .unset = current.slots[slot] {
                } else if current === self || !current.isPrivate(slot) {
                    return (current, slot)
                }
            }
            scope = current.parent
        }
        return nil
    }

    /// Sets a variable of this scope, checking its constraint.
    /// - Throws: `ValueError` where the variable is read-only, or its type or validation refuses the value.
    public func set(_ name: String, _ value: Value) throws {
        let slot = layout.slotOrNew(name)
        reserve()
        try set(slot: slot, value)
    }

    /// Sets a variable of this scope without checking its constraint: for the engine's automatic variables.
    package func assign(_ name: String, _ value: Value) {
        let slot = layout.slotOrNew(name)
        reserve()
        slots[slot] = value
    }

    @inline(__always) func set(slot: Int, _ value: Value) throws {
        if slot <= highestConstrained { return try setConstrained(slot, value) }
        slots[slot] = value
    }

    private func setConstrained(_ slot: Int, _ value: Value) throws {
        slots[slot] = try constraint(slot)?.admit(value, to: layout.names[slot]) ?? value.orNull
    }

    /// The constraint of a slot; nil where it has none.
    func constraint(_ slot: Int) -> VariableConstraint? { slot < constraints.count ? constraints[slot] : nil }

    /// Sets the constraint of a slot.
    func constrain(slot: Int, _ constraint: VariableConstraint?) {
        if slot >= constraints.count {
            guard constraint != nil else { return }
            constraints += Array(repeating: nil, count: slot + 1 - constraints.count)
            highestConstrained = slot
        }
        constraints[slot] = constraint
    }

    /// Sets the constraints of the parameters of the block that is about to run in this scope, by slot.
    @inline(__always) func constrain(_ parameters: [VariableConstraint?]) {
        if constraints.isEmpty {
            constraints = parameters
            highestConstrained = parameters.count - 1
        } else {
            for (slot, constraint) in parameters.enumerated() where constraint != nil { constrain(slot: slot, constraint) }
        }
    }

    /// Removes a variable of this scope and its constraint.
    func remove(_ name: String) {
        guard let slot = layout.slot(name), slot < capacity else { return }
        slots[slot] = .unset
        constrain(slot: slot, nil)
    }

    /// Removes everything in the scope, which breaks the reference cycles through it.
    func clear() {
        for slot in 0..<capacity { slots[slot] = .unset }
        (functions, aliases, drives, types) = (nil, nil, nil, nil)
    }

    /// The variables of this scope, not of its parents.
    public var variables: [(name: String, value: Value)] {
        layout.names.enumerated().compactMap { place, name in
            guard place < capacity else { return nil }
            if case .unset = slots[place] { return nil }
            return (name, slots[place])
        }
    }

    /// The values that ValidateSet allows for a variable of this scope; nil without that attribute.
    package func allowedValues(of name: String) -> [Value]? { layout.slot(name).flatMap { constraint($0)?.allowed } }

    /// The nearest scope, from here upwards, that defines functions or aliases. Remembered for the count of definitions at which it was
    /// found, so that a call finds it in its caller's scope however many callers there are.
    func definer(_ counter: DefinitionCounter) -> Scope? {
        let version = counter.version
        // A class's scopes may belong to another engine, whose count is not this one's.
        let isOwn = session.definitions === counter
        if isOwn, definerVersion == version { return nearestDefiner }
        var scope: Scope? = self
        while let here = scope, here.functions == nil, here.aliases == nil {
            if here.definerVersion == version, here.session.definitions === counter {
                scope = here.nearestDefiner
                break
            }
            scope = here.parent
        }
        if isOwn { (nearestDefiner, definerVersion) = (scope, version) }
        return scope
    }
    /// A scope above, which lives as long as this one; or this one.
    private unowned(unsafe) var nearestDefiner: Scope?
    private var definerVersion = -1

    /// Makes a scope below another one, in that one's session state.
    package convenience init(layout: ScopeLayout, below parent: Scope, isScriptScope: Bool = false) {
        self.init(layout: layout, parent: parent, isScriptScope: isScriptScope, session: parent.session)
    }

    /// The outermost scope.
    var global: Scope {
        var scope = self
        while let parent = scope.parent { scope = parent }
        return scope
    }

    /// The nearest script scope; the outermost one where there is none.
    var script: Scope {
        var scope = self
        while !scope.isScriptScope, let parent = scope.parent { scope = parent }
        return scope
    }
}

/// The type, options and validation of a variable.
struct VariableConstraint {
    var type: ObjectType?
    var options: ScopedItemOptions = []
    var description = ""
    var isPrivateVisibility = false
    var validations: [@Sendable (Value, String) throws -> Void] = []
    /// The values of ValidateSet, for completion.
    var allowed: [Value]?

    /// Whether there is anything in the constraint.
    var saysSomething: Bool {
        type != nil || !options.isEmpty || !description.isEmpty || isPrivateVisibility || !validations.isEmpty
    }

    /// The value as the variable takes it.
    /// - Throws: `ValueError` where the variable is read-only, or its type or validation refuses the value.
    func admit(_ value: Value, to name: String) throws -> Value {
        guard options.isWritable else { throw Scope.notWritable(name) }
        var admitted = value.orNull
        if let type {
            do { admitted = try Conversion.convert(value, to: type) } catch let error as ValueError {
                var refused = ValueError(
                    error.message, id: "RuntimeException",
                    exception: "System.Management.Automation.ArgumentTransformationMetadataException", category: "MetadataError")
                refused.innerExceptionType = error.exceptionType
                throw refused
            }
        }
        for validation in validations { try validation(admitted, name) }
        return admitted
    }
}
