import Concurrency
import Interpreter
import Values

/// Semaphore and SemaphoreSlim: a number of places, each taken by one that waits.
final class SemaphoreObject: Object {
    private var count: Int
    private let most: Int
    private let ownType: ObjectType

    private init(_ count: Int, most: Int, _ type: ObjectType) {
        self.count = count
        self.most = most
        ownType = type
        super.init()
    }

    /// A semaphore of constructor arguments: the free places, and the most that there can be.
    static func make(_ arguments: Arguments, _ type: ObjectType) -> Value {
        .object(
            SemaphoreObject(arguments.int(0), most: arguments.count > 1 ? arguments.int(1) : Int(Int32.max), type))
    }

    override var type: ObjectType { ownType }

    private static func own(_ value: Value) throws -> SemaphoreObject {
        guard let object = value.asObject(SemaphoreObject.self) else {
            throw ValueError("This is no semaphore.", id: "InvalidOperation")
        }
        return object
    }

    /// A method that waits for a place and takes it.
    static func waiting(_ name: String, _ parameters: String...) -> Member {
        .method(
            name,
            overloads: [
                Overload(parameters, returns: "bool") { value, arguments in
                    let semaphore = try own(value)
                    let came = try WaitHandleObject.wait(arguments[0]) { semaphore.count > 0 }
                    if Conversion.bool(came) { semaphore.count -= 1 }
                    return came
                }
            ])
    }

    static let release = Member.method("Release", "int releaseCount?", returns: "int") { value, arguments in
        let semaphore = try own(value)
        let before = semaphore.count
        let more = arguments.count > 0 ? arguments.int(0) : 1
        guard more > 0, before <= semaphore.most - more else {
            throw ValueError(
                "Adding the specified count to the semaphore would cause it to exceed its maximum count.",
                id: "SemaphoreFullException", exception: "System.Threading.SemaphoreFullException",
                category: "NotSpecified")
        }
        semaphore.count += more
        Engine.ofThread?.announce()
        return Value.integer(before)
    }

    static let currentCount = Member.property("CurrentCount", "int") { Value.integer(try own($0).count) }
}
