import CmdletKit
import SourceText
import Values

/// How a statement ended.
public enum Completion {
    case normal
    /// To the loop of `Frame.jumpLabel`, or the innermost one.
    case `break`
    case `continue`
    /// Out of the function or script; the value has been written.
    case `return`
    /// Nobody downstream wants more output.
    case enough
}

/// One run of a block of code: where its variables are and where its output goes.
public final class Frame {
    public let engine: Engine
    public let scope: Scope
    public let file: SourceFile
    public var output: any OutputSink
    public var streams: Streams
    /// The label of a `break` or `continue` that is under way.
    var jumpLabel: String?
    /// What a class's method returned.
    var methodResult: Value?

    init(engine: Engine, scope: Scope, file: SourceFile, output: any OutputSink, streams: Streams) {
        self.engine = engine
        self.scope = scope
        self.file = file
        self.output = output
        self.streams = streams
    }

    /// Runs a body of this frame. A way out of an expression in the body ends the body itself.
    @inline(__always) func run(_ body: Execute) throws -> Completion {
        do { return try body(self) } catch let exit as EarlyExit {
            jumpLabel = exit.label
            return exit.completion
        }
    }

    /// Runs the body of a block, which `return` ends and no more; `break` and `continue` go on to the loop around the block's caller.
    /// - Returns: `.normal` or `.enough`.
    @inline(__always) func runBlock(_ body: Execute) throws -> Completion {
        let completion = try run(body)
        switch completion {
        case .normal, .return: return .normal
        case .enough: return .enough
        case .break, .continue: throw EarlyExit(completion: completion, label: jumpLabel)
        }
    }

    /// Writes a pipeline's result: the elements of a collection one by one, anything else as it is.
    @inline(__always) func emit(_ value: Value) throws -> Completion {
        switch value {
        case .nothing, .unset: return .normal
        case .array(let array): return try emit(array.elements)
        case .object(let object):
            if let elements = object.enumerated {
                (object as? EnumeratorObject)?.exhaust()
                return try emit(elements)
            }
            return try output.write(value) == .more ? .normal : .enough
        default: return try output.write(value) == .more ? .normal : .enough
        }
    }

    private func emit(_ elements: [Value]) throws -> Completion {
        for element in elements {
            if case .nothing = element { continue }
            if try output.write(element.orNull) == .enough { return .enough }
        }
        return .normal
    }

    /// Runs something with its output collected.
    func collecting(_ work: () throws -> Completion) throws -> [Value] {
        let collector = Collector()
        let previous = output
        output = collector
        defer { output = previous }
        _ = try work()
        return collector.values
    }
}

/// Where objects go.
public protocol OutputSink: AnyObject {
    func write(_ value: Value) throws -> Flow
    /// Takes several at once, which costs less where they are kept as they are.
    func write(all values: [Value]) throws -> Flow
    /// Nothing more comes: what was held back is let go.
    func finish() throws
    /// True where objects are shown to the user by the host's formatter, so that a native program may write to the same place itself.
    var isDisplay: Bool { get }
}

extension OutputSink {
    public func write(all values: [Value]) throws -> Flow {
        for value in values where try write(value) == .enough { return .enough }
        return .more
    }
    public func finish() throws {}
    public var isDisplay: Bool { false }
}

/// Keeps what is written.
public final class Collector: OutputSink {
    public var values: [Value] = []
    public init() {}
    public func write(_ value: Value) throws -> Flow {
        values.append(value)
        return .more
    }
    public func write(all values: [Value]) throws -> Flow {
        if self.values.isEmpty { self.values = values } else { self.values += values }
        return .more
    }
}

/// Drops what is written.
public final class NullSink: OutputSink {
    public init() {}
    public func write(_ value: Value) throws -> Flow { .more }
}

/// Hands what is written to a closure.
public final class ClosureSink: OutputSink {
    private let body: (Value) throws -> Flow
    public init(_ body: @escaping (Value) throws -> Flow) { self.body = body }
    public func write(_ value: Value) throws -> Flow { try body(value) }
}
