import CmdletKit
import Values

/// The streams of running code.
public enum StreamKind: String, CaseIterable, Sendable {
    case output = "Output", error = "Error", warning = "Warning", verbose = "Verbose", debug = "Debug"
    case information = "Information", progress = "Progress"

    /// The type of what it carries.
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

/// What streams have brought, each kept apart, as objects of the language.
public final class StreamSet {
    private var collections: [StreamKind: ListObject] = [:]

    public init() {}

    public subscript(_ kind: StreamKind) -> ListObject {
        get {
            if let known = collections[kind] { return known }
            let made = DataCollectionType.collection(of: kind.elementType)
            collections[kind] = made
            return made
        }
        set { collections[kind] = newValue }
    }

    public func clear() { for list in collections.values { list.elements = [] } }

    public func complete() { for kind in StreamKind.allCases { self[kind].isComplete = true } }
}

/// A stream that hands what is written to a closure, with its kind.
package final class StreamSink: OutputSink {
    private let kind: StreamKind
    private let take: (StreamKind, Value) throws -> Void

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
    /// All of them to one closure.
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
