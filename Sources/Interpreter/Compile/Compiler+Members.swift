import CmdletKit
import Syntax
import Values

/// Lowers member access, method calls and indexing.
extension Compiler {
    /// A member's name, nearly always a constant; nil where it is computed.
    private func memberName(_ expression: Expression) -> (constant: String?, evaluate: Evaluate) {
        if case .string(let node) = expression { return (node.value, { _ in .string(node.value) }) }
        return (nil, self.expression(expression))
    }

    func member(_ node: MemberAccess) -> Evaluate {
        let (constant, name) = memberName(node.member)
        if node.isStatic {
            let target = staticTarget(node.target)
            return { frame in try MemberAccessor.staticValue(try target(frame), try name(frame).displayText, frame.engine) }
        }
        let target = expression(node.target)
        let conditional = node.isNullConditional
        if let constant {
            return { frame in
                let object = try target(frame)
                if conditional, object.isNull { return .null }
                return try MemberAccessor.value(object, constant, frame)
            }
        }
        return { frame in
            let object = try target(frame)
            if conditional, object.isNull { return .null }
            let key = try name(frame)
            if let block = key.asObject(ScriptBlock.self) {
                return .collapsing(try frame.engine.invoke(block, current: object, in: frame))
            }
            if let found = MemberAccessor.entry(of: object, key) { return found }
            return try MemberAccessor.value(object, key.displayText, frame)
        }
    }

    /// The type before `::`: a type literal, or an expression whose value is a type or an object of it.
    private func staticTarget(_ expression: Expression) -> (Frame) throws -> ObjectType {
        if case .type(let type) = expression { return typeResolver(type) }
        let value = self.expression(expression)
        return { frame in
            let found = try value(frame)
            return found.asObject(TypeObject.self)?.represented ?? found.type
        }
    }

    /// A method call.
    func call(_ node: MethodCall) -> Evaluate {
        let (_, name) = memberName(node.member)
        let arguments = node.arguments.map { expression($0) }
        let evaluateArguments: (Frame) throws -> [Value] = { frame in
            var values: [Value] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments { values.append(try argument(frame).orNull) }
            return values
        }
        if node.isStatic {
            let target = staticTarget(node.target)
            return { frame in
                try MethodInvoker.invokeStatic(try target(frame), try name(frame).displayText, try evaluateArguments(frame), frame)
            }
        }
        let target = expression(node.target)
        let conditional = node.isNullConditional
        if let type = castType(node.target) {
            let resolve = typeResolver(type)
            return { frame in
                let receiver = try target(frame)
                let (wanted, arguments) = (try name(frame).displayText, try evaluateArguments(frame))
                let type = try resolve(frame)
                // `([Base]$this).Method()` calls the base class's method, not its override (about_Classes).
                if type.scriptClass != nil, let member = type.member(wanted), case .method(let overloads) = member.kind {
                    return try OverloadResolution.invoke(wanted, overloads, on: receiver, arguments)
                }
                if type === ObjectType.object, let result = Self.ownOfObject(wanted, receiver, arguments) { return result }
                return try MethodInvoker.invoke(receiver, wanted, arguments, frame)
            }
        }
        return { frame in
            let receiver = try target(frame)
            if conditional, receiver.isNull { return .null }
            return try MethodInvoker.invoke(receiver, try name(frame).displayText, try evaluateArguments(frame), frame)
        }
    }

    /// `([object]$x).ToString()` calls System.Object's method, not its override; nil for other methods.
    private static func ownOfObject(_ name: String, _ receiver: Value, _ arguments: [Value]) -> Value? {
        guard !receiver.isNull, receiver.asObject(CustomObject.self) == nil else { return nil }
        switch (name.lowercased(), arguments.count) {
        case ("tostring", 0): return .string(receiver.type.name)
        case ("equals", 1):
            guard let own = receiver.reference, let other = arguments[0].reference else { return .bool(false) }
            return .bool(own === other)
        default: return nil
        }
    }

    /// The type of a cast in parentheses; nil for other expressions.
    private func castType(_ expression: Expression) -> TypeSyntax? {
        guard case .paren(let paren) = expression, case .pipeline(let pipeline) = paren.statement,
            case .convert(let cast)? = plainExpression(pipeline)
        else { return nil }
        return cast.type
    }

    func index(_ node: IndexExpression) -> Evaluate {
        let target = expression(node.target)
        let index = expression(node.index)
        let conditional = node.isNullConditional
        return { frame in
            let collection = try target(frame)
            if conditional, collection.isNull { return .null }
            let place = try index(frame)
            let found = try Indexer.value(collection, place)
            if found.isNull, StrictMode.level(frame.scope) > 2, Indexer.isOutOfRange(collection, place) {
                throw StrictMode.outOfRange
            }
            return found
        }
    }
}
