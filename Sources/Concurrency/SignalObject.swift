import Interpreter
import Values

/// ManualResetEvent, AutoResetEvent and ManualResetEventSlim: a signal that one gives and others wait for.
package final class SignalObject: Object {
    private var isSet: Bool
    private let signalType: ObjectType

    /// Makes an event.
    /// - Parameters:
    ///   - isSet: whether the event is signalled from the start.
    ///   - type: the .NET type that the event shows.
    package init(_ isSet: Bool, _ type: ObjectType) {
        self.isSet = isSet
        signalType = type
        super.init()
    }

    package override var type: ObjectType { signalType }

    private static func own(_ value: Value) throws -> SignalObject {
        guard let signal = value.asObject(SignalObject.self) else { throw ValueError("This is no event.", id: "InvalidOperation") }
        return signal
    }

    /// A method that waits for the signal.
    /// - Parameter isAutomatic: whether the one that waited takes the signal away.
    package static func waiting(_ name: String, _ parameters: String..., isAutomatic: Bool = false) -> Member {
        .method(
            name,
            overloads: [
                Overload(parameters, returns: "bool") { value, arguments in
                    let signal = try own(value)
                    let came = try WaitHandleObject.wait(arguments[0]) { signal.isSet }
                    if isAutomatic, Conversion.bool(came) { signal.isSet = false }
                    return came
                }
            ])
    }

    /// A method that gives the signal or takes it back.
    /// - Parameter returns: `bool` for one that tells of its success, which it always has; else `void`.
    package static func setting(_ name: String, _ new: Bool, returns: String) -> Member {
        .method(name, returns: returns) { value, _ in
            try own(value).isSet = new
            Engine.ofThread?.announce()
            return returns == "bool" ? .bool(true) : .nothing
        }
    }

    /// Whether the signal is given.
    package static let isSet = Member.property("IsSet", "bool") { .bool(try own($0).isSet) }
}
