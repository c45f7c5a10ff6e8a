import Glibc
import Interpreter
import Values

extension TextReaderObject {
    /// System.IO.StringReader: reads a string as a stream of text.
    static let stringReader = ObjectType(
        "System.IO.StringReader", base: base, construct: { .object(TextReaderObject($0.string(0))) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.StringReader") { TextReaderObject.stringReader }
}
