import Values

/// The base classes of attributes that scripts define (about_Functions_Advanced_Parameters).
enum AttributeBaseTypes {}

extension AttributeBaseTypes {
    /// System.Management.Automation.Internal.CmdletMetadataAttribute: the base of all attributes of commands and parameters.
    static let command = ObjectType(
        "System.Management.Automation.Internal.CmdletMetadataAttribute", base: ParameterAttributeTypes.base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Internal.CmdletMetadataAttribute") { AttributeBaseTypes.command }
}
