/// System.DBNull, NullString and AutomationNull: values of which there is one.
public final class SingletonObject: Object, TruthObject, EquatableObject {
    private let singletonType: ObjectType
    private let text: String

    init(_ type: ObjectType, text: String = "") {
        singletonType = type
        self.text = text
        super.init()
    }

    public var isTrue: Bool { false }
    public override var type: ObjectType { singletonType }
    public override var stringForm: String? { text }
    public func equals(_ other: Value) -> Bool? { other.reference?.type === singletonType }
}

enum SingletonTypes {
    private static func made(_ name: String) -> ObjectType {
        let box = TypeBox()
        let type = ObjectType(name, base: .object, statics: [.constant("Value", name) { .object(SingletonObject(box.type)) }])
        box.set(type)
        return type
    }

    static let dbNull = made("System.DBNull")
    /// To a string parameter it is null, which `$null` is not.
    static let nullString = made("System.Management.Automation.Language.NullString")
    static let automationNull = ObjectType(
        "System.Management.Automation.Internal.AutomationNull", base: .object, statics: [.constant("Value", "object") { .nothing }])

    static let garbageCollector = ObjectType(
        "System.GC", base: .object,
        statics: [
            .function("Collect", "object generation?", returns: "void") { _ in .nothing },
            .function("WaitForPendingFinalizers", returns: "void") { _ in .nothing },
            .function("GetTotalMemory", "bool forceFullCollection", returns: "long") { _ in .long(0) },
        ])

    static let all: [(ObjectType, [String])] = [
        (dbNull, ["dbnull"]), (nullString, ["nullstring"]), (automationNull, []), (garbageCollector, ["gc"]),
    ]
}
