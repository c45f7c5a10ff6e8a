import Values

/// An object that raises events.
public protocol EventSource: Object {
    var events: EventHub { get }
}

/// The events of one object and who listens to them.
public final class EventHub {
    private let names: [String]
    private var listeners: [(id: Int, name: String, body: (Value, Value) -> Void)] = []
    private var last = 0
    /// Told of the first listener's coming and of the last one's going.
    private let changed: (Bool) -> Void

    public init(_ names: [String], changed: @escaping (Bool) -> Void = { _ in }) {
        self.names = names
        self.changed = changed
    }

    /// The event's name in its own casing; nil for one there is not.
    public func name(_ text: String) -> String? { names.first { $0.equalsIgnoringCase(text) } }

    /// - Parameter body: gets the sender and the event's arguments.
    public func listen(to name: String, _ body: @escaping (Value, Value) -> Void) -> Int {
        last += 1
        listeners.append((last, name, body))
        if listeners.count == 1 { changed(true) }
        return last
    }

    public func stopListening(_ id: Int) {
        let before = listeners.count
        listeners.removeAll { $0.id == id }
        if before > 0, listeners.isEmpty { changed(false) }
    }

    /// Tells those who listen.
    public func raise(_ name: String, sender: Value, _ arguments: Value) {
        for listener in listeners where listener.name == name { listener.body(sender, arguments) }
    }
}
