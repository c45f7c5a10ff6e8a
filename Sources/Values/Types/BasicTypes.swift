// The types that the language itself is made of. Their members stand in DotNet/.
extension ObjectType {
    public static let object = ObjectType("System.Object", members: ObjectMembers.instance, statics: ObjectMembers.statics)
    public static let valueType = ObjectType("System.ValueType", base: .object, members: ObjectMembers.comparable)
    public static let boolean = ObjectType(
        "System.Boolean", base: .valueType, isValueType: true, statics: BooleanMembers.statics,
        convert: { .bool(Conversion.bool($0)) })
    private static func whole(_ name: String, _ kind: WholeKind, _ alias: String) -> ObjectType {
        ObjectType(
            name, base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
            statics: NumberMembers.whole(kind, alias), convert: { kind.truncated(try Conversion.whole($0, kind)) })
    }
    private static let numberInterfaces = ["System.IComparable", "System.IFormattable", "System.IConvertible"]

    public static let int8 = whole("System.SByte", .int8, "sbyte")
    public static let uint8 = whole("System.Byte", .uint8, "byte")
    public static let int16 = whole("System.Int16", .int16, "short")
    public static let uint16 = whole("System.UInt16", .uint16, "ushort")
    public static let int32 = whole("System.Int32", .int32, "int")
    public static let uint32 = whole("System.UInt32", .uint32, "uint")
    public static let int64 = whole("System.Int64", .int64, "long")
    public static let uint64 = whole("System.UInt64", .uint64, "ulong")
    public static let single = ObjectType(
        "System.Single", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.single, convert: { .fixed(.single(Float(try Conversion.double($0)))) })
    public static let double = ObjectType(
        "System.Double", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.double, convert: { .double(try Conversion.double($0)) })
    public static let decimal = ObjectType(
        "System.Decimal", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.decimal, convert: { try Conversion.decimal($0) })
    public static let bigInteger = ObjectType(
        "System.Numerics.BigInteger", base: .valueType, isValueType: true, interfaces: numberInterfaces,
        members: NumberMembers.bigIntegerInstance, statics: NumberMembers.bigInteger, convert: { try Conversion.big($0) })
    public static let char = ObjectType(
        "System.Char", base: .valueType, isValueType: true, statics: CharMembers.statics, convert: { try Conversion.char($0) })
    public static let string = ObjectType(
        "System.String", base: .object, interfaces: ["System.IComparable", "System.Collections.IEnumerable"],
        members: StringMembers.instance,
        statics: StringMembers.statics, construct: StringMembers.construct, convert: { .string($0.displayText) })
    public static let array = ObjectType(
        "System.Array", base: .object,
        interfaces: ["System.Collections.IEnumerable", "System.Collections.IList", "System.Object[]"],
        members: ArrayMembers.instance, statics: ArrayMembers.statics)
    /// System.Object[], the type that array literals have.
    public static let objectArray = ObjectType(
        "System.Object[]", base: .array, element: .object, construct: { try constructArray(of: .object, $0) },
        convert: { .array($0.enumeratedOrSelf) })
    /// A collection for several threads: every one is, since one at a time interprets.
    private static let synchronized = Member.function("Synchronized", "object collection", returns: "object") { $0[0] }

    public static let list = ObjectType(
        "System.Collections.ArrayList", base: .object,
        interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
        members: ListMembers.instance, statics: [synchronized], construct: ListMembers.construct,
        convert: { .object(ListObject($0.enumeratedOrSelf)) })
    public static let hashtable: ObjectType = ObjectType(
        "System.Collections.Hashtable", base: .object,
        interfaces: ["System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable"],
        members: HashtableMembers.instance, statics: [synchronized],
        construct: { arguments in .object(HashtableObject.copying(arguments[0]) ?? HashtableObject()) },
        convert: { value in
            // A constructor takes a number and a comparer too, but nothing becomes a table by a cast that is none.
            guard let table = HashtableObject.copying(value) else {
                var refused = ValueError.cannotConvert(value, to: "System.Collections.Hashtable")
                refused.errorID = "InvalidCastConstructorException"
                throw refused
            }
            return .object(table)
        })
    public static let orderedDictionary = ObjectType(
        "System.Collections.Specialized.OrderedDictionary", base: .object,
        interfaces: ["System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable"],
        members: HashtableMembers.instance,
        construct: { _ in .object(HashtableObject(ordered: true)) })
    public static let dictionaryEntry = ObjectType("System.Collections.DictionaryEntry", base: .valueType, isValueType: true)
    /// What a cast makes of anything to throw it away.
    public static let void = ObjectType("System.Void", base: .valueType, isValueType: true)
    public static let customObject = ObjectType("System.Management.Automation.PSCustomObject", base: .object)
    /// The wrapper that PowerShell puts around objects: here every object is its own.
    public static let psObject = ObjectType(
        "System.Management.Automation.PSObject", base: .object, construct: { $0.count == 0 ? .object(CustomObject()) : $0[0] },
        convert: { $0 })
    public static let enumeration = ObjectType(
        "System.Enum", base: .valueType, isValueType: true, members: EnumMembers.instance, statics: EnumMembers.statics)
    /// A type literal's own value: `[int]`.
    public static let type = ObjectType(
        "System.RuntimeType", base: ObjectType("System.Type", base: .object), members: TypeMembers.instance,
        statics: TypeMembers.statics)

    /// An enumeration declared in Swift.
    public static func enumeration(_ name: String, _ cases: Enumeration) -> ObjectType {
        ObjectType(name, base: .enumeration, isValueType: true, enumeration: cases)
    }
}

/// A variable as a value (`[ref]`): what methods with `out` parameters write to.
public protocol ReferenceObjectValue: Object {
    func store(_ value: Value) throws
}

/// A type as a value.
public final class TypeObject: Object, EquatableObject {
    public let represented: ObjectType

    public init(_ represented: ObjectType) {
        self.represented = represented
        super.init()
    }

    public override var type: ObjectType { .type }
    public override var stringForm: String? { TypeTable.accelerator(of: represented) ?? represented.name }

    /// A text is the type that it names, as the right side of -eq becomes of the left one's type.
    public func equals(_ other: Value) -> Bool? {
        if let type = other.asObject(TypeObject.self)?.represented { return type.isSame(as: represented) }
        return other.text.flatMap { TypeTable.builtin.find($0) }.map { $0 === represented }
    }
}
