import Glibc
import Interpreter
import LinuxSystem
import Values

extension StreamObject {
    /// System.IO.FileStream: the bytes of an open file.
    static let fileStream = ObjectType(
        "System.IO.FileStream", base: base,
        members: [
            .property("Name", "string") { value in
                if case .file(_, let path) = try stream(value).place { .string(path) } else { .null }
            }
        ])

    /// FileStream with its constructor, over the paths of a session.
    static func fileStream(_ files: FileType) -> ObjectType {
        ObjectType(fileStream.name, base: fileStream, construct: { try files.open($0) })
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.FileStream") { session in StreamObject.fileStream(FileType(paths: session.paths)) }
}
