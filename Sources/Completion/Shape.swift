import Syntax
import Values

/// What completion knows of an expression's value without running it.
indirect enum Shape {
    /// The value itself: a variable that is set.
    case value(Value)
    case type(ObjectType)
    /// An array whose elements are written out, what is known of each.
    case elements([[Shape]])
    /// A hashtable literal.
    case table(HashtableLiteral)
    /// `[pscustomobject]@{ … }`: an object of the table's keys.
    case record(HashtableLiteral)
    /// An instance of a class or enumeration that the text itself defines.
    case scriptClass(ClassDefinition)
    case scriptEnum(EnumDefinition)
    /// A type as a value: `[math]`, whose static members `::` gives.
    case statics(Shape)

    /// The type of the values; nil where only the text defines it.
    var type: ObjectType? {
        switch self {
        case .value(let value): value.isNull ? nil : value.type
        case .type(let type): type
        case .elements: .objectArray
        case .table: .hashtable
        case .record: .customObject
        case .scriptClass, .scriptEnum: nil
        case .statics: .type
        }
    }
}

/// A member that completion offers.
struct OfferedMember {
    var name: String
    var isMethod: Bool
    var detail: String
    /// What reading or calling it gives.
    var result: [Shape]
}
