import Syntax
import Values

/// What completion infers about the value of an expression without evaluating it.
indirect enum Shape {
    /// A value: of a literal, or of a variable that is set.
    case value(Value)
    /// Any value of a type.
    case type(ObjectType)
    /// An array literal, with what is known of each element.
    case elements([[Shape]])
    /// A hashtable literal.
    case table(HashtableLiteral)
    /// `[pscustomobject]@{ … }`: an object with the keys as properties.
    case record(HashtableLiteral)
    /// An instance of a class that the text defines.
    case scriptClass(ClassDefinition)
    /// A value of an enumeration that the text defines.
    case scriptEnum(EnumDefinition)
    /// A type as a value, such as `[math]`: `::` accesses its static members.
    case statics(Shape)

    /// The .NET type of the values; nil where it is only defined in the text.
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
    /// The member's name.
    var name: String
    var isMethod: Bool
    /// Its declaration, such as `string Name` or a method's overloads.
    var detail: String
    /// What is known of the property's value or the method's result.
    var result: [Shape]
}
