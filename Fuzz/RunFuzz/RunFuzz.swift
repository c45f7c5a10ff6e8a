import EngineTestSupport
import Interpreter

/// Any bytes are a script to the engine: it ends, with or without an error, and an interrupt ends it where it would not by itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let session = TestSession()
    Watchdog.shared.watch(session.engine.interrupt)
    defer { Watchdog.shared.watch(nil) }
    _ = session.run(text)
    return 0
}
