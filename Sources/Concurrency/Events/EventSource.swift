import Values

/// An object with events that scripts can subscribe to (Register-ObjectEvent).
public protocol EventSource: Object {
    /// The object's events.
    var events: EventHub { get }
}

/// The events of one object and their listeners.
public final class EventHub {
    private let names: [String]
    private var listeners: [(id: Int, name: String, body: (Value, Value) -> Void)] = []
    private var last = 0
    /// Called with true when the first listener is added, and with false when the last one is removed.
    private let changed: (Bool) -> Void

    /// Makes the events of an object, with the names as .NET declares them.
    public init(_ names: [String], changed: @escaping (Bool) -> Void = { _ in }) {
        self.names = names
        self.changed = changed
    }

    /// The declared name of an event, found in any case; nil where there is no such event.
    public func name(_ text: String) -> String? { names.first { $0.equalsIgnoringCase(text) } }

    /// Adds a listener.
    /// - Parameters:
    ///   - name: the declared name of the event.
    ///   - body: gets the sender and the event's arguments.
    /// - Returns: the listener's number, for `stopListening`.
    public func listen(to name: String, _ body: @escaping (Value, Value) -> Void) -> Int {
        last += 1
        listeners.append((last, name, body))
        if listeners.count == 1 { changed(true) }
        return last
    }

    /// Removes a listener.
    public func stopListening(_ id: Int) {
        let before = listeners.count
        listeners.removeAll { $0.id == id }
        if before > 0, listeners.isEmpty { changed(false) }
    }

    /// Calls the listeners of an event.
    public func raise(_ name: String, sender: Value, _ arguments: Value) {
        for listener in listeners where listener.name == name { listener.body(sender, arguments) }
    }
}
