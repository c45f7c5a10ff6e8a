import CmdletKit
import SourceText
import Values

/// One running block of code: its scope and where its streams go.
public final class Frame {
    /// The engine that runs the block.
    public let engine: Engine
    /// The scope of the block's variables.
    public let scope: Scope
    /// The text that the block was written in, for positions of errors.
    public let file: SourceFile
    /// Where the block's output stream goes.
    public var output: any OutputSink
    /// Where the block's other streams go.
    public var streams: Streams
    /// The label of the `break` or `continue` that is unwinding; nil for the innermost loop.
    var jumpLabel: String?
    /// The value that a class's method returned.
    var methodResult: Value?

    /// Makes the frame of a block that is about to run.
    package init(engine: Engine, scope: Scope, file: SourceFile, output: any OutputSink, streams: Streams) {
        self.engine = engine
        self.scope = scope
        self.file = file
        self.output = output
        self.streams = streams
    }

    /// Runs a body of this frame. A way out of an expression in the body ends the body itself.
    @inline(__always) func run(_ body: Execute) throws -> StatementOutcome {
        do { return try body(self) } catch let exit as EarlyExit {
            jumpLabel = exit.label
            return exit.outcome
        }
    }

    /// Runs the body of a block, which `return` ends and no more; `break` and `continue` go on to the loop around the block's caller.
    /// - Returns: `.normal` or `.enough`.
    @inline(__always) func runBlock(_ body: Execute) throws -> StatementOutcome {
        let outcome = try run(body)
        switch outcome {
        case .normal, .return: return .normal
        case .enough: return .enough
        case .break, .continue: throw EarlyExit(outcome: outcome, label: jumpLabel)
        }
    }

    /// Writes an expression's value to the output: the elements of a collection one by one, anything else as one object.
    @inline(__always) func emit(_ value: Value) throws -> StatementOutcome {
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

    private func emit(_ elements: [Value]) throws -> StatementOutcome {
        for element in elements {
            if case .nothing = element { continue }
            if try output.write(element.orNull) == .enough { return .enough }
        }
        return .normal
    }

    /// Runs a closure and collects what it writes to the frame's output.
    func collecting(_ work: () throws -> StatementOutcome) throws -> [Value] {
        let collector = Collector()
        let previous = output
        output = collector
        defer { output = previous }
        _ = try work()
        return collector.values
    }
}

/// Where a stream's objects go: the next command, a variable, a file, the display.
public protocol OutputSink: AnyObject {
    /// Takes an object.
    /// - Returns: `.enough` where the sink wants no further objects.
    /// - Throws: what the commands behind the sink throw; a sink that writes to a file, its I/O error.
    func write(_ value: Value) throws -> Flow
    /// Takes several objects at once, which costs less where the sink keeps them.
    /// - Returns: `.enough` where the sink wants no further objects.
    /// - Throws: as `write` does.
    func write(all values: [Value]) throws -> Flow
    /// Ends the stream: the sink writes what it held back.
    /// - Throws: as `write` does.
    func finish() throws
    /// True where the host's formatter shows the objects on the terminal, to which a native program may then write directly.
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

/// A sink that keeps the objects.
public final class Collector: OutputSink {
    /// The objects so far.
    public var values: [Value] = []
    /// Makes an empty collector.
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

/// A sink that drops the objects (`> $null`).
public final class NullSink: OutputSink {
    /// Makes a sink that drops its objects.
    public init() {}
    public func write(_ value: Value) throws -> Flow { .more }
}

/// A sink that calls a closure with each object.
public final class ClosureSink: OutputSink {
    private let body: (Value) throws -> Flow
    /// Makes a sink of a closure, which returns `.enough` to end the stream.
    public init(_ body: @escaping (Value) throws -> Flow) { self.body = body }
    public func write(_ value: Value) throws -> Flow { try body(value) }
}
