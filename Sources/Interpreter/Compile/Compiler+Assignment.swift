import CmdletKit
import Syntax
import Values

extension Compiler {
    /// An assignment as an expression, whose value is the assigned one.
    func assignment(_ node: Assignment) -> Evaluate {
        if node.operator == .add, case .variable(let variable, let types, let attributes) = node.target, types.isEmpty,
            attributes.isEmpty,
            let slot = localSlot(.variable(variable))
        {
            return appendInPlace(slot, variable, node.value)
        }
        let value = value(of: node.value)
        guard node.operator != .assign else {
            let store = store(node.target)
            if case .variable(let variable, let types, _) = node.target, !types.isEmpty {
                // The value of a typed assignment is the converted one, which the variable then holds.
                let read = self.variable(variable)
                return { frame in
                    try store(frame, try value(frame))
                    return try read(frame)
                }
            }
            return { frame in
                let result = try value(frame)
                try store(frame, result)
                return result.orNull
            }
        }
        let read = read(node.target)
        let store = store(node.target)
        if node.operator == .coalesce {
            return { frame in
                let old = try read(frame)
                guard old.isNull else { return old }
                let new = try value(frame)
                try store(frame, new)
                return new
            }
        }
        let combine: (Value, Value) throws -> Value =
            switch node.operator {
            case .add: Arithmetic.add
            case .subtract: Arithmetic.subtract
            case .multiply: Arithmetic.multiply
            case .divide: Arithmetic.divide
            default: Arithmetic.remainder
            }
        return { frame in
            let old = try read(frame)
            let new = try combine(old, try value(frame))
            try store(frame, new)
            return new
        }
    }

    /// `$x += …`. A string or array that no other variable refers to grows in place: appending in a loop is linear, not quadratic.
    private func appendInPlace(_ slot: Int, _ variable: VariableReference, _ statement: Statement) -> Evaluate {
        let value = value(of: statement)
        let read = compoundRead(variable)
        return { frame in
            let right = try value(frame)
            let scope = frame.scope
            if case .int(let a) = scope.slots[slot], case .int(let b) = right {
                let (sum, overflow) = a.addingReportingOverflow(b)
                if !overflow {
                    try scope.set(slot: slot, .int(sum))
                    return .int(sum)
                }
            }
            if scope.isPlain(slot), Self.appended(scope, slot, right) { return scope.slots[slot] }
            let new = try Arithmetic.add(try read(frame), right)
            try scope.set(slot: slot, new)
            return new
        }
    }

    /// Appends to the string or array in a slot.
    /// - Returns: false where another variable refers to it, or it cannot grow (a typed array): the caller adds the slow way.
    private static func appended(_ scope: Scope, _ slot: Int, _ right: Value) -> Bool {
        let place = scope.slots + slot
        if holdsString(place) {
            guard var object = string(of: place.move()) else { return false }
            let grows = isKnownUniquelyReferenced(&object) && object.attached == nil
            if grows { object.append(right) }
            place.initialize(to: .string(object))
            return grows
        }
        if holdsArray(place) {
            guard var object = array(of: place.move()) else { return false }
            let grows = object.elementType == nil && object.lengths == nil && isKnownUniquelyReferenced(&object)
            if grows { object.append(right) }
            place.initialize(to: .array(object))
            return grows
        }
        return false
    }

    // Separate functions, never inlined: around a pattern match the Swift compiler keeps a copy of the value to the end of the
    // statement, which would make a second owner, and each append would copy the whole string or array.
    @inline(never)
    private static func holdsString(_ place: UnsafeMutablePointer<Value>) -> Bool {
        if case .string = place.pointee { true } else { false }
    }

    @inline(never)
    private static func holdsArray(_ place: UnsafeMutablePointer<Value>) -> Bool {
        if case .array = place.pointee { true } else { false }
    }

    @inline(never)
    private static func string(of value: consuming Value) -> StringObject? {
        if case .string(let object) = value { object } else { nil }
    }

    @inline(never)
    private static func array(of value: consuming Value) -> ArrayObject? {
        if case .array(let object) = value { object } else { nil }
    }

    /// The old value of `$x += …`: in a scope of its own the local variable's only, whereas `$x = $x + …` reads the caller's where
    /// there is none here (about_Assignment_Operators).
    private func compoundRead(_ node: VariableReference) -> Evaluate {
        guard hasOwnScope, let slot = localSlot(.variable(node)) else { return variable(node) }
        return { $0.scope.slots[slot].orNull }
    }

    private func read(_ target: AssignmentTarget) -> Evaluate {
        switch target {
        case .variable(let node, _, _): compoundRead(node)
        case .member(let node, _): member(node)
        case .index(let node, _): index(node)
        case .list(let targets, _):
            { [reads = targets.map { read($0) }] frame in .array(try reads.map { try $0(frame) }) }
        }
    }

    /// Code that assigns a value to a target; each target of a list gets one element.
    func store(_ target: AssignmentTarget) -> (Frame, Value) throws -> Void {
        switch target {
        case .variable(let node, let types, let attributes):
            if types.isEmpty, attributes.isEmpty { return store(node) }
            return storeTyped(node, types, attributes)
        case .member(let node, let types): return converting(types, storeMember(node))
        case .index(let node, let types): return converting(types, storeIndex(node))
        case .list(let targets, _):
            let stores = targets.map { store($0) }
            return { frame, value in
                let elements = value.enumeratedOrSelf
                for (place, store) in stores.enumerated() {
                    // The last target gets all remaining elements.
                    if place == stores.count - 1, elements.count > stores.count {
                        try store(frame, .array(Array(elements[place...])))
                    } else {
                        try store(frame, place < elements.count ? elements[place] : .null)
                    }
                }
            }
        }
    }

    /// Code that casts the value to the innermost written type before it stores it.
    private func converting(_ types: [TypeSyntax], _ store: @escaping (Frame, Value) throws -> Void) -> (Frame, Value) throws ->
        Void
    {
        guard let type = types.last else { return store }
        let resolve = typeResolver(type)
        return { frame, value in try store(frame, try frame.engine.convert(value, to: try resolve(frame))) }
    }

    /// `[int]$x = …`: the variable keeps the type and validation attributes as its constraint.
    private func storeTyped(
        _ node: VariableReference, _ types: [TypeSyntax], _ attributes: [AttributeSyntax]
    ) -> (Frame, Value) throws -> Void {
        let resolve = types.last.map { typeResolver($0) }
        let validations = ValidationAttributes.assignments(attributes)
        let allowed = attributes.first { $0.name.name.lowercased() == "validateset" }?.positionalArguments
            .flatMap { ConstantExpression.values($0) }
        guard node.scope == nil || ["global", "script", "local"].contains(node.scope?.lowercased() ?? "") else {
            return store(node)
        }
        let name = node.name
        let qualifier = node.scope?.lowercased()
        if qualifier == nil, AutomaticVariables.isConstant(name) { return { _, _ in throw Scope.notWritable(name) } }
        return { frame, value in
            let scope = qualifier.flatMap { Self.scope($0, frame) } ?? frame.scope
            let slot = scope.layout.slotOrNew(name)
            scope.reserve()
            let constraint = VariableConstraint(type: try resolve?(frame), validations: validations, allowed: allowed)
            let admitted = try constraint.admit(value, to: name)
            try scope.set(slot: slot, admitted)
            scope.constrain(slot: slot, constraint)
        }
    }

    private func storeMember(_ node: MemberAccess) -> (Frame, Value) throws -> Void {
        let target = expression(node.target)
        let name = expression(node.member)
        let isStatic = node.isStatic
        return { frame, value in
            if isStatic {
                let owner = try target(frame)
                let type = owner.asObject(TypeObject.self)?.represented ?? owner.type
                return try MemberAccessor.setStatic(type, try name(frame).displayText, to: value)
            }
            let (object, key) = (try target(frame), try name(frame))
            if MemberAccessor.setEntry(of: object, key, to: value) { return }
            try MemberAccessor.set(object, key.displayText, to: value, frame)
        }
    }

    private func storeIndex(_ node: IndexExpression) -> (Frame, Value) throws -> Void {
        let target = expression(node.target)
        let index = expression(node.index)
        return { frame, value in try Indexer.set(try target(frame), try index(frame), to: value) }
    }

    /// Code that assigns to the operand of `++` or `--`; nil where it cannot be assigned.
    func storeExpression(_ expression: Expression) -> ((Frame, Value) throws -> Void)? {
        switch expression {
        case .variable(let node): store(node)
        case .member(let node): storeMember(node)
        case .index(let node): storeIndex(node)
        case .paren(let node):
            if case .pipeline(let pipeline) = node.statement, let inner = plainExpression(pipeline) {
                storeExpression(inner)
            } else {
                nil
            }
        default: nil
        }
    }
}

extension Scope {
    /// Whether the slot has no constraint.
    func isPlain(_ slot: Int) -> Bool { constraint(slot) == nil }
}
