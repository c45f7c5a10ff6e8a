import CmdletKit
import Values

/// A GUID as an argument.
package struct GuidArgument: ParameterValue {
    package let value: Value

    package static let parameterTypeName = "guid"
    package static func fromArgument(_ value: Value) throws -> GuidArgument {
        GuidArgument(value: try Conversion.convert(value, to: GuidType.type))
    }
}
