import CmdletKit
import SourceText
import Syntax
import Values

/// A property of a script's class.
struct ScriptProperty: @unchecked Sendable {
    // Unchecked, as its class is: used on the thread of the engine that defined it.
    let name: String
    let typeSyntax: TypeSyntax?
    let isStatic: Bool
    let isHidden: Bool
    private let validations: [Validation]
    /// The attributes that run script code.
    private let scripted: [ScriptedAttribute]
    private let initial: Evaluate?
    private let layout: ScopeLayout
    private let span: SourceSpan

    init(_ node: PropertyMember, _ compiler: Compiler) {
        name = node.name
        span = node.span
        typeSyntax = node.type
        isStatic = node.isStatic
        isHidden = node.isHidden
        validations = node.attributes.compactMap { ValidationAttributes.validation($0) }
        let layout = ScopeLayout()
        let inner = Compiler(layout: layout, file: compiler.file)
        initial = node.initialValue.map { inner.expression($0) }
        scripted = node.attributes.compactMap { ScriptedAttribute($0, inner) }
        self.layout = layout
    }

    var typeText: String { typeSyntax.map { TypeNames.text($0) } ?? "System.Object" }

    /// The value as the property holds it: transformed, converted and validated.
    /// - Throws: `ValueError` or `TerminatingError` where it is refused.
    func admit(_ value: Value, _ owner: ScriptClass) throws -> Value {
        var admitted = value.orNull
        let frame = scripted.isEmpty ? nil : frame(owner)
        // Transformation attributes apply from the one nearest to the name outwards.
        if let frame { for attribute in scripted.reversed() { admitted = try attribute.transform(admitted, name, frame) } }
        if let typeSyntax {
            let type = try owner.resolve(typeSyntax)
            if !(admitted.isNull && !type.isValueType && type !== ObjectType.string) {
                admitted = try owner.engine.convert(admitted, to: type)
            }
        }
        for validation in validations { try ArgumentValidation.check(admitted, validation) }
        if let frame { for attribute in scripted { try attribute.validate(admitted, name, frame) } }
        return admitted
    }

    private func frame(_ owner: ScriptClass) -> Frame {
        let scope = Scope(layout: layout, below: owner.scope)
        scope.reserve()
        return Frame(engine: owner.engine, scope: scope, file: owner.file, output: NullSink(), streams: Streams())
    }

    /// The value in a new object: that of the initializer, else the type's default.
    /// - Parameter this: the new object; nil for static properties.
    /// - Throws: errors of the initializer, at the property's position.
    func initialValue(_ this: Value?, _ owner: ScriptClass) throws -> Value {
        guard let initial else {
            guard let typeSyntax, let type = try? owner.resolve(typeSyntax), type.isValueType else {
                return .null
            }
            return (try? Conversion.convert(.int(0), to: type)) ?? (try? type.construct?(Arguments([]))) ?? .null
        }
        let scope = Scope(layout: layout, below: owner.scope)
        if let this { scope.assign("this", this) }
        scope.reserve()
        let frame = Frame(engine: owner.engine, scope: scope, file: owner.file, output: NullSink(), streams: Streams())
        do { return try admit(try owner.engine.within(scope) { try initial(frame) }, owner) } catch {
            if error.isFlowControl { throw error }
            throw TerminatingError(owner.engine.locate(error, file: owner.file, span: span))
        }
    }
}

/// A method or constructor of a script's class.
struct ScriptMethod: @unchecked Sendable {
    // Unchecked, as its class is: used on the thread of the engine that defined it.
    let name: String
    let code: BlockCode
    let returnType: TypeSyntax?
    let isStatic: Bool
    let isHidden: Bool
    let isConstructor: Bool
    /// Each parameter as `type name`, the form of an `Overload`.
    let parameterTexts: [String]
    /// Compiles the arguments of `: base(…)` for the constructor's scope; nil where it is not written.
    let baseArguments: ((ScopeLayout) -> [Evaluate])?

    init(_ node: MethodMember, _ compiler: Compiler) {
        name = node.name
        code = BlockCode(node.body, isMethod: true)
        returnType = node.returnType
        isStatic = node.isStatic
        isHidden = node.isHidden
        isConstructor = node.isConstructor
        parameterTexts = (node.body.parameters ?? []).map { parameter in
            let type = parameter.types.last.map { TypeNames.text($0) } ?? "object"
            return "\(type) \(parameter.name)" + (parameter.defaultValue == nil ? "" : "?")
        }
        let file = compiler.file
        baseArguments = node.baseArguments.map { arguments in
            { layout in arguments.map { Compiler(layout: layout, file: file).expression($0) } }
        }
    }

    /// Whether the method returns nothing: it has no return type, `[void]`, or is a constructor.
    var isVoid: Bool { isConstructor || returnType == nil || returnType?.name.lowercased() == "void" }
    var returnText: String { returnType.map { TypeNames.text($0) } ?? (isConstructor ? "" : "void") }
}
