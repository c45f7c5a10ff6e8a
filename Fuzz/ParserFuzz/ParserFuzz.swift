import SourceText
import Syntax

/// Any bytes are a script to the parser: it gives a tree and errors, whose places lie within the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func parse(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let file = SourceFile(text: text)
    let result = Parser.parse(file)
    for error in result.errors {
        precondition(error.span.start >= 0 && error.span.start <= error.span.end && error.span.end <= file.utf8.count, "\(error)")
    }
    return 0
}
