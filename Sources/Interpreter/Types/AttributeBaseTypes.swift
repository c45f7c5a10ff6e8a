import Values

/// The base classes of attributes that scripts define (about_Functions_Advanced_Parameters).
enum AttributeBaseTypes {
    private static func type(_ name: String, base: ObjectType) -> ObjectType {
        ObjectType("System.Management.Automation." + name, base: base)
    }

    private static let command = type("Internal.CmdletMetadataAttribute", base: ParameterAttributeTypes.base)
    /// Subclasses override `[object] Transform([EngineIntrinsics]$engine, [object]$input)`.
    static let transformation = type("ArgumentTransformationAttribute", base: command)
    /// Subclasses override `[void] Validate([object]$arguments, [EngineIntrinsics]$engine)`.
    static let validation = type("ValidateArgumentsAttribute", base: command)
    /// Subclasses override `[void] ValidateElement([object]$element)`.
    static let enumeratedValidation = type("ValidateEnumeratedArgumentsAttribute", base: validation)

    static let all: [(ObjectType, [String])] = [
        (transformation, ["argumenttransformation"]), (validation, ["validatearguments"]),
        (enumeratedValidation, ["validateenumeratedarguments"]),
    ]
}
