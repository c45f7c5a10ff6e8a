import CmdletKit
import Engine
import Values

extension ConsoleHost {
    public func makeOutput(_ engine: Engine) -> any OutputSink { PlainOutput { [weak self] in self?.writeFormatted($0) } }
    public func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink { NullSink() }
    public func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink { PlainOutput(line) }
}

final class PlainOutput: OutputSink {
    private let write: (String) -> Void
    init(_ write: @escaping (String) -> Void) { self.write = write }
    func write(_ value: Value) throws -> Flow {
        write(value.displayText + "\n")
        return .more
    }
    var isDisplay: Bool { true }
}
