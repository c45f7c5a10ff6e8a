import CmdletKit
import Values

/// An argument of the type guid.
package struct GuidArgument: ParameterValue {
    /// The System.Guid.
    package let value: Value

    package static let parameterTypeName = "guid"
    package static func fromArgument(_ value: Value) throws -> GuidArgument {
        GuidArgument(value: try Conversion.convert(value, to: GuidType.type))
    }
}
