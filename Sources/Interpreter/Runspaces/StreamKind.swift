import CmdletKit
import Values

/// The output streams of code (about_Output_Streams).
public enum StreamKind: String, CaseIterable, Sendable {
    /// Streams 1 to 5.
    case output = "Output", error = "Error", warning = "Warning", verbose = "Verbose", debug = "Debug"
    /// Stream 6, and progress records, which have no number.
    case information = "Information", progress = "Progress"

    /// The type of the stream's objects.
    var elementType: ObjectType {
        switch self {
        case .output: .psObject
        case .error: ErrorRecord.objectType
        case .information: InformationRecord.objectType
        case .progress: ProgressRecord.objectType
        default: RunspaceTypes.record(rawValue + "Record")
        }
    }
}

/// The objects of each stream, in collections as scripts see them (PSDataCollection).
public final class StreamSet {
    private var collections: [StreamKind: ListObject] = [:]

    /// Makes empty streams.
    public init() {}

    /// The collection of a stream.
    public subscript(_ kind: StreamKind) -> ListObject {
        get {
            if let known = collections[kind] { return known }
            let made = DataCollectionType.collection(of: kind.elementType)
            collections[kind] = made
            return made
        }
        set { collections[kind] = newValue }
    }

    /// Empties every collection.
    public func clear() { for list in collections.values { list.elements = [] } }

    /// Marks every collection as complete: no more objects are added.
    public func complete() { for kind in StreamKind.allCases { self[kind].isComplete = true } }
}

/// A sink that calls a closure with each object and its stream.
package final class StreamSink: OutputSink {
    private let kind: StreamKind
    private let take: (StreamKind, Value) throws -> Void

    /// Makes the sink of a stream.
    package init(_ kind: StreamKind, _ take: @escaping (StreamKind, Value) throws -> Void) {
        self.kind = kind
        self.take = take
    }

    package func write(_ value: Value) throws -> Flow {
        try take(kind, value)
        return .more
    }
}

extension Streams {
    /// Sends all streams except output to one closure.
    package init(_ take: @escaping (StreamKind, Value) throws -> Void) {
        self.init()
        error = StreamSink(.error, take)
        warning = StreamSink(.warning, take)
        verbose = StreamSink(.verbose, take)
        debug = StreamSink(.debug, take)
        information = StreamSink(.information, take)
        progress = StreamSink(.progress, take)
    }
}
