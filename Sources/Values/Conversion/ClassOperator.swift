/// The operators that classes of scripts define as static methods (`static [C] op_Addition([C] $a, [C] $b)`).
enum ClassOperator {
    /// - Parameter method: the operator's method, as .NET names it (`op_Addition`).
    /// - Returns: nil where neither side is an object of a script's class.
    /// - Throws: what the method throws; an error that names the class where it has no such method.
    static func apply(_ method: String, _ left: Value, _ right: Value) throws -> Value? {
        guard let type = owner(left, right) else { return nil }
        return try OverloadResolution.invoke(method, try overloads(method, of: type), on: .null, [left, right])
    }

    /// The result of an operator with one operand (`op_OnesComplement`).
    /// - Returns: nil where the operand is no object of a script's class.
    /// - Throws: as `apply(_:_:_:)`.
    static func apply(_ method: String, _ operand: Value) throws -> Value? {
        guard case .object(let object) = operand, object.type.script != nil else { return nil }
        return try OverloadResolution.invoke(method, try overloads(method, of: object.type), on: .null, [operand])
    }

    /// A value by the conversion operators of a script's class: `op_Implicit` and `op_Explicit` with one parameter, whose return type is the
    /// wanted one (about_Type_Conversion has the order: they come last).
    /// - Parameter type: the class that may define them, that of the value or the wanted type itself.
    /// - Returns: nil where it defines none for this type, or none that takes the value.
    /// - Throws: what the operator throws.
    static func convert(_ value: Value, to wanted: ObjectType, by type: ObjectType) throws -> Value? {
        for method in ["op_Implicit", "op_Explicit"] {
            guard case .method(let all)? = type.staticMember(method)?.kind else { continue }
            let fitting = all.filter { names(wanted, $0.returns) && $0.parameters.count == 1 && takes(value, $0) }
            if !fitting.isEmpty { return try OverloadResolution.invoke(method, fitting, on: .null, [value]) }
        }
        return nil
    }

    /// A text by the static method Parse of a script's class.
    /// - Returns: nil where the class has none that takes a text.
    /// - Throws: what the method throws.
    static func parse(_ text: Value, as type: ObjectType) throws -> Value? {
        guard case .method(let all)? = type.staticMember("Parse")?.kind else { return nil }
        let fitting = all.filter { names(type, $0.returns) && $0.parameters.count == 1 && $0.parameters[0].type == "string" }
        return fitting.isEmpty ? nil : try OverloadResolution.invoke("Parse", fitting, on: .null, [text])
    }

    private static func names(_ type: ObjectType, _ written: String) -> Bool {
        written.equalsIgnoringCase(type.name) || TypeTable.builtin.find(written) === type
    }

    /// Whether the only parameter is of the value's type, or of none. Nothing is converted first: the operator would lead back here.
    private static func takes(_ value: Value, _ overload: Overload) -> Bool {
        let written = overload.parameters[0].type
        var type: ObjectType? = value.type
        while let here = type {
            if names(here, written) { return true }
            type = here.base
        }
        return false
    }

    private static func overloads(_ method: String, of type: ObjectType) throws -> [Overload] {
        guard case .method(let overloads)? = type.staticMember(method)?.kind else {
            throw ValueError(
                "Method invocation failed because [\(type.name)] does not contain a method named '\(method)'.", id: "MethodNotFound"
            )
        }
        return overloads
    }

    /// The class whose operator is called: the left operand's; where the left operand is a primitive or null, the right operand's.
    private static func owner(_ left: Value, _ right: Value) -> ObjectType? {
        switch left {
        case .object(let object): object.type.script == nil ? nil : object.type
        case .null, .nothing, .unset, .bool, .int, .long, .double, .fixed, .char:
            if case .object(let object) = right, object.type.script != nil { object.type } else { nil }
        case .string, .array: nil
        }
    }
}
