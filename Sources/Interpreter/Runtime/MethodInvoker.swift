import CmdletKit
import Values

/// Method calls: `$object.Method(…)` and `[type]::Method(…)`.
package enum MethodInvoker {
    /// Calls a method of an object: one that a script added, a collection's intrinsic method, the type's own, the accessor of a
    /// property, or that of each element of a collection.
    /// - Throws: `ValueError` for a `$null` receiver or an unknown method; MethodInvocationException around an error of the method;
    ///   what a script's method throws.
    package static func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value {
        guard !receiver.isNull else {
            throw ValueError("You cannot call a method on a null-valued expression.", id: "InvokeMethodOnNull")
        }
        if let attached = receiver.reference?.attached, let member = attached[name] {
            if case .method(let body) = member, let block = body as? ScriptBlock {
                return .collapsing(try frame.engine.invoke(block, arguments: arguments, this: receiver, in: frame))
            }
            if case .note(let value) = member, let block = value.asObject(ScriptBlock.self), name.lowercased() == "invoke" {
                return .collapsing(try frame.engine.invoke(block, arguments: arguments, in: frame))
            }
        }
        if !frame.engine.typeData.isEmpty, case .method(let body)? = frame.engine.typeData.member(name, of: receiver),
            let block = body as? ScriptBlock
        {
            return .collapsing(try frame.engine.invoke(block, arguments: arguments, this: receiver, in: frame))
        }
        if let block = receiver.asObject(ScriptBlock.self), let result = try invoke(block, name, arguments, frame) { return result }
        if let module = receiver.asObject(ModuleInfo.self), let result = try invoke(module, name, arguments, frame) {
            return result
        }
        if let result = try CollectionMethods.invoke(receiver, name, arguments, frame) { return result }
        if let result = try DelegateMethods.invoke(receiver, name, arguments, frame) { return result }
        if let member = receiver.type.member(name), case .method(let overloads) = member.kind {
            return try call(name, overloads, receiver, arguments)
        }
        // After the type's own methods, so that calls of those do not pay for it.
        if receiver.asObject(XMLObject.self) != nil, let files = frame.engine.service((any DocumentFiles).self),
            let result = try files.invoke(receiver, name, arguments, frame)
        {
            return result
        }
        if let result = try accessor(receiver, name, arguments, frame) { return result }
        if let results = try enumerate(receiver, name, arguments, frame, depth: 0) {
            return results.count == 1 ? results[0] : .array(results)
        }
        throw ValueError(
            "Method invocation failed because [\(receiver.typeName)] does not contain a method named '\(name)'.",
            id: "MethodNotFound")
    }

    /// The accessor methods that .NET gives properties: `get_Count()`, `set_Name($x)`, `get_Item($key)`.
    /// - Returns: nil where the object has no such property.
    private static func accessor(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        // An indexed property is called like a method: `$list.Item(0)`.
        if name.equalsIgnoringCase("Item"), arguments.count == 1 { return try Indexer.value(receiver, arguments[0]) }
        let property = String(name.dropFirst(4))
        switch (name.prefix(4).lowercased(), arguments.count) {
        case ("get_", 1) where property.equalsIgnoringCase("Item"): return try Indexer.value(receiver, arguments[0])
        case ("get_", 0):
            // The type's property is read, even where a hashtable has a key of that name.
            if let member = receiver.type.member(property), case .property(_, let get, _) = member.kind { return try get(receiver) }
            return nil
        case ("set_", 2) where property.equalsIgnoringCase("Item"):
            try Indexer.set(receiver, arguments[0], to: arguments[1])
            return .nothing
        case ("set_", 1) where receiver.type.member(property) != nil:
            try MemberAccessor.set(receiver, property, to: arguments[0], frame)
            return .nothing
        default: return nil
        }
    }

    /// Calls the method on each element of a collection, nested collections included (about_Member-Access_Enumeration).
    /// - Returns: nil where the collection is empty or an element has no such method.
    private static func enumerate(
        _ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame, depth: Int
    ) throws -> [Value]? {
        guard let elements = receiver.enumerated, !elements.isEmpty, depth < maximumDepth else { return nil }
        var results: [Value] = []
        for element in elements {
            if element.type.member(name)?.isMethod == true || element.reference?.attached?[name] != nil {
                let result = try invoke(element, name, arguments, frame)
                if let inner = result.enumerated { results += inner } else if !result.isNull { results.append(result) }
            } else if let inner = try enumerate(element, name, arguments, frame, depth: depth + 1) {
                results += inner
            } else {
                return nil
            }
        }
        return results
    }

    /// A collection can contain itself.
    private static let maximumDepth = 64

    /// The methods of a script block: Invoke, InvokeReturnAsIs, GetNewClosure. nil for others.
    private static func invoke(_ block: ScriptBlock, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        let run = { try frame.engine.invoke(block, arguments: variadic(arguments[...]), in: frame) }
        switch name.lowercased() {
        case "invoke": return try running("Invoke", arguments.count) { .array(try run()) }
        case "invokereturnasis": return try running("InvokeReturnAsIs", arguments.count) { .collapsing(try run()) }
        case "getnewclosure":
            return .object(ScriptBlock(block.blockCode, session: block.session, closure: Closure.capture(frame.scope)))
        default: return nil
        }
    }

    /// A single array passed to `params object[]` is the argument list itself.
    private static func variadic(_ arguments: ArraySlice<Value>) -> [Value] {
        if arguments.count == 1, case .array(let array)? = arguments.first { return array.elements }
        return Array(arguments)
    }

    /// The methods of a module that take a script block: Invoke, NewBoundScriptBlock. nil for others.
    private static func invoke(_ module: ModuleInfo, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        guard let session = module.session, let block = arguments.first?.asObject(ScriptBlock.self) else { return nil }
        let bound = ScriptBlock(block.blockCode, session: session)
        switch name.lowercased() {
        case "invoke": return .collapsing(try frame.engine.invoke(bound, arguments: variadic(arguments.dropFirst()), in: frame))
        case "newboundscriptblock": return .object(bound)
        default: return nil
        }
    }

    /// `[type]::Method(…)`.
    /// - Throws: `ValueError` for an unknown method; MethodInvocationException around an error of the method.
    static func invokeStatic(_ type: ObjectType, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value {
        if type === ScriptBlock.objectType, name.equalsIgnoringCase("create") {
            // Bound to no session state: the block runs in that of its caller.
            return try running("Create", arguments.count) {
                .object(try ScriptBlock.parse(arguments.first?.displayText ?? ""))
            }
        }
        if let result = try DelegateMethods.invokeStatic(type, name, arguments, frame) { return result }
        if let member = type.staticMember(name), case .method(let overloads) = member.kind {
            return try call(name, overloads, .null, namedTypes(arguments, overloads, frame))
        }
        if name.equalsIgnoringCase("new"), let construct = type.construct {
            return try wrapped(".ctor", arguments.count) { try construct(Arguments(arguments)) }
        }
        throw ValueError(
            "Method invocation failed because [\(type.name)] does not contain a method named '\(name)'.", id: "MethodNotFound")
    }

    /// The arguments, with a type's name replaced by the type where every overload takes a type there:
    /// `[enum]::GetValues('ConsoleColor')`.
    private static func namedTypes(_ arguments: [Value], _ overloads: [Overload], _ frame: Frame) -> [Value] {
        guard arguments.contains(where: { $0.text != nil }) else { return arguments }
        return arguments.enumerated().map { place, argument in
            guard let name = argument.text,
                overloads.allSatisfy({ $0.parameters.indices.contains(place) && $0.parameters[place].type == "type" }),
                let type = try? frame.engine.findType(name, in: frame.scope, file: frame.file)
            else { return argument }
            return .object(TypeObject(type))
        }
    }

    private static func call(_ name: String, _ overloads: [Overload], _ receiver: Value, _ arguments: [Value]) throws -> Value {
        try wrapped(name, arguments.count) { try OverloadResolution.invoke(name, overloads, on: receiver, arguments) }
    }

    /// Wraps the error of a method in PowerShell's MethodInvocationException.
    private static func wrapped(_ name: String, _ count: Int, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as ValueError
            where !["MethodCountCouldNotFindBest", "MethodArgumentConversionInvalidCastArgument"].contains(error.errorID)
        {
            guard let reason = error.reason else {
                throw failure(name, count, error.message, ExceptionObject(error.message, typeName: error.exceptionType))
            }
            let type = reason.hasPrefix("Value was either too large") ? "System.OverflowException" : "System.FormatException"
            throw failure(name, count, reason, ExceptionObject(reason, typeName: type))
        }
    }

    /// Wraps whatever the code of a script block throws in the MethodInvocationException of the method that runs or parses it.
    private static func running(_ name: String, _ count: Int, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch {
            if error.isFlowControl || error.isCallDepthOverflow { throw error }
            let record = ErrorRecord.wrapping(error)
            if record.exception.record.isNull { record.exception.record = .object(record) }
            throw failure(name, count, record.message, record.exception)
        }
    }

    /// PowerShell's MethodInvocationException.
    private static func failure(_ name: String, _ count: Int, _ text: String, _ inner: ExceptionObject) -> TerminatingError {
        let exception = ExceptionObject(
            "Exception calling \"\(name)\" with \"\(count)\" argument(s): \"\(text)\"",
            typeName: "System.Management.Automation.MethodInvocationException", inner: inner)
        return TerminatingError(ErrorRecord(exception: exception, id: inner.type.shortName, category: "NotSpecified"))
    }
}

/// GetNewClosure: copies the variables of a scope and those above it, below the session state's root, into a new scope.
enum Closure {
    static func capture(_ scope: Scope) -> Scope {
        let kept = Scope(layout: ScopeLayout(), parent: scope.session.root, session: scope.session)
        var current: Scope? = scope
        while let here = current, here !== scope.session.root {
            for variable in here.variables where kept.own(variable.name) == nil { kept.assign(variable.name, variable.value) }
            current = here.parent
        }
        return kept
    }
}
