import CmdletKit
import SourceText
import Syntax
import Values

/// A class that a script defines (about_Classes): its members, its type, and the values of its static properties.
///
/// The type's members are closures over this object, so that member access, method calls, Get-Member and completion treat it as any
/// other type.
final class ScriptClass: @unchecked Sendable {
    // Unchecked: types are Sendable, but a script's class belongs to the engine that defined it and is used on that engine's
    // thread.
    let name: String
    let base: ScriptClass?
    private unowned let definer: Engine
    /// The engine that the calling thread works for: an object can be used in another runspace than the one that defined its class.
    var engine: Engine { Engine.ofThread ?? definer }
    /// The scope in which the class was defined, and below which its methods run.
    let scope: Scope
    let file: SourceFile
    let properties: [ScriptProperty]
    let methods: [ScriptMethod]
    /// The index of the class's first own field; the base class's fields come before it.
    let firstField: Int
    private(set) var statics: [Value] = []
    private var preparation = Preparation.waiting

    /// Whether the static properties have been initialized.
    private enum Preparation {
        case waiting
        case done
        case failed(ErrorRecord)
    }

    private var made: ObjectType?

    var type: ObjectType { made ?? .object }
    var fieldCount: Int { firstField + instanceProperties.count }
    var instanceProperties: [ScriptProperty] { properties.filter { !$0.isStatic } }
    /// Whether the class or a base class defines Equals or GetHashCode; read for each key of a hashtable.
    private(set) lazy var definesKeyEquality = defines("Equals") || defines("GetHashCode")
    var constructors: [ScriptMethod] { methods.filter { $0.isConstructor && !$0.isStatic } }

    /// Makes the type of a class definition.
    /// - Throws: `ValueError` where the base is no class of a script, exception or attribute.
    init(_ definition: ClassDefinition, bases: [ObjectType], in frame: Frame, _ compiler: Compiler) throws {
        name = definition.name
        definer = frame.engine
        scope = frame.scope
        file = frame.file
        base = bases.lazy.compactMap { $0.scriptClass }.first
        firstField = base?.fieldCount ?? 0
        properties = definition.properties.map { ScriptProperty($0, compiler) }
        methods = definition.methods.map { ScriptMethod($0, compiler) }
        let parent = bases.first { !$0.isInterface } ?? .object
        guard
            parent.scriptClass != nil || parent === ObjectType.object || parent.isKind(of: ExceptionTypes.find("System.Exception"))
                || parent.isKind(of: ParameterAttributeTypes.base)
        else {
            throw ValueError(
                "The class '\(name)' cannot derive from [\(parent.name)]: a base is a class of a script, System.Object, an exception or an attribute.",
                id: "InvalidBaseType", exception: "System.NotSupportedException", category: "NotImplemented")
        }
        made = ObjectType(
            definition.name, base: parent, interfaces: bases.filter(\.isInterface).map(\.name),
            members: instanceMembers(), statics: staticMembers(), construct: { try self.construct($0.values) },
            convert: { try self.convert($0) }, script: self)
    }

    /// The type of a name in the class's text.
    /// - Throws: `ValueError` where it is unknown.
    func resolve(_ syntax: TypeSyntax) throws -> ObjectType { try engine.resolve(syntax, in: scope, file: file) }

    // MARK: Members

    private func instanceMembers() -> [Member] {
        var members: [Member] = []
        for (place, property) in instanceProperties.enumerated() {
            let field = firstField + place
            members.append(
                Member(
                    property.name,
                    .property(
                        type: property.typeText,
                        get: { value in
                            guard let instance = value.reference as? any ScriptInstance, instance.fields.indices.contains(field)
                            else {
                                return .null
                            }
                            return instance.fields[field]
                        },
                        set: { value, new in
                            guard let instance = value.reference as? any ScriptInstance, instance.fields.indices.contains(field)
                            else {
                                return
                            }
                            instance.fields[field] = try property.admit(new, self)
                        }), isHidden: property.isHidden))
        }
        return members + methodMembers(isStatic: false)
    }

    private func staticMembers() -> [Member] {
        var members: [Member] = []
        for (place, property) in properties.filter(\.isStatic).enumerated() {
            statics.append(.null)
            members.append(
                Member(
                    property.name,
                    .property(
                        type: property.typeText,
                        get: { _ in
                            try self.prepare()
                            return self.statics[place]
                        },
                        set: { _, new in
                            try self.prepare()
                            self.statics[place] = try property.admit(new, self)
                        }), isHidden: property.isHidden)
            )
        }
        return members + methodMembers(isStatic: true)
    }

    private func methodMembers(isStatic: Bool) -> [Member] {
        var order: [FoldedName] = []
        var grouped: [FoldedName: [ScriptMethod]] = [:]
        for method in methods where method.isStatic == isStatic && !method.isConstructor {
            if grouped[FoldedName(method.name)] == nil { order.append(FoldedName(method.name)) }
            grouped[FoldedName(method.name), default: []].append(method)
        }
        return order.compactMap { key in
            guard let overloads = grouped[key], let first = overloads.first else { return nil }
            return Member(
                first.name, .method(inherited(first.name, isStatic) + overloads.map { overload($0) }),
                isHidden: overloads.allSatisfy(\.isHidden))
        }
    }

    /// The base class's overloads with other parameter types: a method hides only the overload with its own.
    private func inherited(_ name: String, _ isStatic: Bool) -> [Overload] {
        let member = isStatic ? base?.type.staticMember(name) : base?.type.member(name)
        guard case .method(let overloads)? = member?.kind else { return [] }
        let own = methods.filter { $0.isStatic == isStatic && $0.name.equalsIgnoringCase(name) }.map {
            $0.parameterTexts.map(Self.typeOf)
        }
        return overloads.filter { overload in !own.contains(overload.parameters.map { $0.type.lowercased() }) }
    }

    private static func typeOf(_ parameter: String) -> String {
        parameter.split(separator: " ").first.map { $0.lowercased() } ?? "object"
    }

    private func overload(_ method: ScriptMethod) -> Overload {
        Overload(method.parameterTexts, returns: method.returnText) { receiver, arguments in
            try self.call(method, on: method.isStatic ? nil : receiver, arguments.values)
        }
    }

    // MARK: Calls

    /// Runs a method. An error in it ends the method and is thrown, as an exception of .NET is.
    func call(_ method: ScriptMethod, on receiver: Value?, _ arguments: [Value]) throws -> Value {
        if method.isStatic { try prepare() }
        let code = try method.code.own(engine.breakpoints)
        let scope = Scope(layout: code.layout, below: self.scope)
        let frame = Frame(engine: engine, scope: scope, file: file, output: NullSink(), streams: Streams())
        try bind(arguments, code, scope, frame)
        if let receiver { scope.assign("this", receiver) }
        engine.tryDepth += 1
        engine.callStack.append(RunningCall(name: method.name, file: file, span: SourceSpan(start: 0, end: 0)))
        defer {
            engine.tryDepth -= 1
            engine.callStack.removeLast()
        }
        if let body = code.end { _ = try engine.within(scope) { try frame.runBlock(body) } }
        guard !method.isVoid else { return .nothing }
        let result = frame.methodResult ?? .null
        guard let type = method.returnType, result.isNull == false || type.name.lowercased() != "object" else {
            return result.orNull
        }
        return try engine.convert(result.orNull, to: try resolve(type))
    }

    private func bind(_ arguments: [Value], _ code: CompiledBlock, _ scope: Scope, _ frame: Frame) throws {
        scope.constrain(code.constraints)
        for (place, parameter) in code.parameters.enumerated() {
            if place < arguments.count {
                try FunctionBinding.set(parameter, arguments[place], scope, frame)
            } else if let initial = parameter.defaultValue {
                try FunctionBinding.set(parameter, try engine.within(scope) { try initial(frame) }, scope, frame)
            }
        }
    }

    /// Initializes the static properties and runs the static constructor, when the class is first used.
    /// - Throws: TypeInitializationException where that failed, also at every later use.
    private func prepare() throws {
        switch preparation {
        case .done: return
        case .failed(let record): throw TerminatingError(record)
        case .waiting: break
        }
        // Set first, because the static constructor itself uses the class.
        preparation = .done
        do {
            for (place, property) in properties.filter(\.isStatic).enumerated() {
                statics[place] = try property.initialValue(nil, self)
            }
            for method in methods where method.isStatic && method.isConstructor { _ = try call(method, on: nil, []) }
        } catch {
            if error.isFlowControl { throw error }
            let record = failedPreparation(ErrorRecord.wrapping(error))
            preparation = .failed(record)
            throw TerminatingError(record)
        }
    }

    private func failedPreparation(_ cause: ErrorRecord) -> ErrorRecord {
        cause.exception.record = .object(cause)
        let thrown = ExceptionObject(
            cause.message, typeName: "System.Management.Automation.RuntimeException", inner: cause.exception)
        thrown.record = .object(cause)
        return ErrorRecord(
            exception: ExceptionObject(
                "The type initializer for '\(name)' threw an exception.", typeName: "System.TypeInitializationException",
                inner: thrown), id: "TypeInitializationException", category: "NotSpecified")
    }

    // MARK: Instances

    private func construct(_ arguments: [Value]) throws -> Value {
        let instance = makeInstance()
        let value = Value.object(instance)
        try initializeFields(value, instance)
        try runConstructor(value, arguments)
        return value
    }

    private func makeInstance() -> any ScriptInstance {
        type.isKind(of: ExceptionTypes.find("System.Exception")) ? ScriptException(self) : ScriptObject(self)
    }

    private func initializeFields(_ value: Value, _ instance: any ScriptInstance) throws {
        try prepare()
        try base?.initializeFields(value, instance)
        for (place, property) in instanceProperties.enumerated() {
            instance.fields[firstField + place] = try property.initialValue(value, self)
        }
    }

    /// Calls the constructor that the arguments fit, which calls the base class's constructor before its own body.
    private func runConstructor(_ value: Value, _ arguments: [Value]) throws {
        let candidates = constructors
        guard !candidates.isEmpty else {
            guard arguments.isEmpty else { throw Self.noConstructor(name, arguments.count) }
            return try constructBase(value, [])
        }
        let overloads = candidates.map { method in
            Overload(method.parameterTexts, returns: name) { receiver, arguments in
                try self.run(method, receiver, arguments.values)
                return .nothing
            }
        }
        do { _ = try OverloadResolution.invoke("new", overloads, on: value, arguments) } catch let error as ValueError
            where error.errorID == "MethodCountCouldNotFindBest"
        {
            throw Self.noConstructor(name, arguments.count)
        }
    }

    private func run(_ method: ScriptMethod, _ value: Value, _ arguments: [Value]) throws {
        var passed: [Value] = []
        if let expressions = method.baseArguments {
            let code = try method.code.own(nil)
            let scope = Scope(layout: code.layout, below: self.scope)
            let frame = Frame(engine: engine, scope: scope, file: file, output: NullSink(), streams: Streams())
            try bind(arguments, code, scope, frame)
            passed = try expressions(code.layout).map { evaluate in
                scope.reserve()
                return try engine.within(scope) { try evaluate(frame).orNull }
            }
        }
        try constructBase(value, passed)
        _ = try call(method, on: value, arguments)
    }

    private func constructBase(_ value: Value, _ arguments: [Value]) throws {
        if let base { return try base.runConstructor(value, arguments) }
        if let exception = value.asObject(ScriptException.self), !arguments.isEmpty {
            exception.message = arguments[0].displayText
            exception.inner = arguments.dropFirst().first?.asObject(ExceptionObject.self)
        }
    }

    private static func noConstructor(_ name: String, _ count: Int) -> ValueError {
        ValueError(
            "Cannot find an overload for \"new\" and the argument count: \"\(count)\".", id: "MethodCountCouldNotFindBest",
            exception: "System.Management.Automation.MethodException", category: "NotSpecified")
    }

    /// `[Class]@{ … }` sets properties of a new object; any other value is passed to a constructor with one parameter.
    private func convert(_ value: Value) throws -> Value? {
        if value.isNull { return .null }
        let pairs: [(String, Value)]
        if let table = value.asObject(HashtableObject.self) {
            pairs = table.pairs.map { ($0.key.displayText, $0.value) }
        } else if value.asObject(CustomObject.self) != nil {
            pairs = value.properties.map { ($0.name, $0.value) }
        } else {
            guard constructors.contains(where: { $0.parameterTexts.count == 1 }) else { return nil }
            return try construct([value])
        }
        if constructors.contains(where: { $0.parameterTexts.count == 1 && Self.typeOf($0.parameterTexts[0]).hasSuffix("hashtable") }
        ) {
            return try construct([value])
        }
        let made = try construct([])
        for (name, value) in pairs {
            guard let member = type.member(name), case .property(_, _, let set?) = member.kind else {
                let names = type.allMembers.filter { !$0.isMethod && !$0.isHidden }.map(\.name).joined(separator: ", ")
                throw ValueError(
                    "Cannot create object of type \"\(self.name)\". The property '\(name)' was not found for the '\(self.name)' object. "
                        + "The available property is: [\(names)]", id: "ObjectCreationError",
                    exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
            }
            try set(made, value)
        }
        return made
    }
}

extension ObjectType {
    /// The class of a script that the type belongs to; nil for other types.
    var scriptClass: ScriptClass? { script as? ScriptClass }
}
