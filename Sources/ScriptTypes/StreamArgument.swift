import CmdletKit
import Values

/// An argument of the type System.IO.Stream.
package struct StreamArgument: ParameterValue {
    private let stream: StreamObject?

    /// What a parameter holds that was not given: an empty stream.
    package static var none: StreamArgument { StreamArgument(stream: nil) }

    package static let parameterTypeName = "Stream"
    package static func fromArgument(_ value: Value) throws -> StreamArgument {
        guard let stream = value.asObject(StreamObject.self) else {
            throw ValueError(
                "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"System.IO.Stream\".",
                id: "ConvertToFinalInvalidCastException", exception: "System.Management.Automation.PSInvalidCastException",
                category: "InvalidArgument")
        }
        return StreamArgument(stream: stream)
    }

    /// The bytes from the stream's position to its end.
    /// - Throws: `ValueError` if the stream is closed or cannot be read.
    package func readToEnd() throws -> [UInt8] { try stream?.readToEnd() ?? [] }
}
