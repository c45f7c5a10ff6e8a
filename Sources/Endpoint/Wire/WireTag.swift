/// What stands before each value on the wire.
package enum WireTag: UInt8 {
    case null = 0
    case falseValue = 1
    case trueValue = 2
    /// Four bytes, little endian.
    case int = 3
    /// Eight.
    case long = 4
    /// Eight, IEEE.
    case double = 5
    /// Two: a UTF-16 code unit.
    case char = 6
    /// A length of four bytes, then UTF-8.
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

/// Bounds of a value on the wire. The other side may be hostile: nothing is allocated before it was counted.
package enum WireLimits {
    /// A value that is refused because it is nested deeper.
    package static let depth = 32
    /// How deep objects are sent; what lies deeper is sent as the text it prints as. PowerShell's remoting stops at 1.
    package static let objectDepth = 4
    /// Characters of a number that is sent as text; a longer one is sent as a string.
    package static let digits = 4096
    /// Bytes of one value.
    package static let size = 16 << 20
}

/// Why a value cannot be sent or was not understood.
package struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
