import Glibc
import Interpreter
import Values

extension TextWriterObject {
    /// System.IO.StreamWriter: writes text to a stream.
    static let streamWriter = ObjectType(
        "System.IO.StreamWriter", base: base,
        members: [
            .property("BaseStream", "System.IO.Stream") { value in
                if case .stream(let stream, _) = try writer(value).target { .object(stream) } else { .null }
            }
        ])

    /// StreamWriter with its constructors, over the paths of a session.
    static func streamWriter(_ files: FileType) -> ObjectType {
        ObjectType(
            streamWriter.name, base: streamWriter,
            construct: { arguments in
                if let stream = arguments[0].asObject(StreamObject.self) {
                    return .object(TextWriterObject(stream, arguments[1].asObject(EncodingObject.self)))
                }
                let appends = arguments.count > 1 && arguments.bool(1)
                let encoding = arguments[2].asObject(EncodingObject.self)
                let stream = try files.open(arguments.string(0), O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC))
                if let encoding, !appends { try stream.write(encoding.preamble) }
                return .object(TextWriterObject(stream, encoding))
            })
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.StreamWriter") { session in TextWriterObject.streamWriter(FileType(paths: session.paths)) }
}
