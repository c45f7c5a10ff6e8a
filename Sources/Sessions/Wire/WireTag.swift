/// The byte before each value on the wire, which says its kind.
package enum WireTag: UInt8 {
    case null = 0
    case falseValue = 1
    case trueValue = 2
    /// System.Int32: four bytes, little endian.
    case int = 3
    /// System.Int64: eight bytes, little endian.
    case long = 4
    /// System.Double: eight bytes, IEEE 754, little endian.
    case double = 5
    /// System.Char: two bytes, a UTF-16 code unit.
    case char = 6
    /// System.String: a length of four bytes, then UTF-8.
    case string = 7
    /// A count of four bytes, then the elements.
    case array = 8
    case list = 9
    /// Ordered or not, a count, then keys and values.
    case hashtable = 10
    /// The type's name, its cases, whether they are flags, the number.
    case enumeration = 11
    /// Ticks and kind.
    case dateTime = 12
    /// Ticks.
    case timeSpan = 13
    case guid = 14
    case version = 15
    /// Any other object: type names, what it prints as, properties.
    case object = 16
    case errorRecord = 17
    /// Type names or none and properties that were attached to the value that follows.
    case attached = 18
    /// A number of any other type: the type's name and the number's text.
    case number = 19
}
