import Glibc
import Interpreter
import Values

extension TextReaderObject {
    /// System.IO.StreamReader: the text of a stream.
    static let streamReader = ObjectType(
        "System.IO.StreamReader", base: base,
        members: [
            .property("EndOfStream", "bool") { .bool(try reader($0).isAtEnd()) },
            .property("BaseStream", "System.IO.Stream") { try reader($0).source.map { .object($0) } ?? .null },
        ])

    /// StreamReader with its constructors, over the paths of a session.
    static func streamReader(_ files: FileType) -> ObjectType {
        ObjectType(
            streamReader.name, base: streamReader,
            construct: { arguments in
                let stream =
                    try arguments[0].asObject(StreamObject.self) ?? files.open(arguments.string(0), O_RDONLY)
                return .object(TextReaderObject(stream, arguments[1].asObject(EncodingObject.self)))
            })
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.StreamReader") { session in TextReaderObject.streamReader(FileType(paths: session.paths)) }
}
