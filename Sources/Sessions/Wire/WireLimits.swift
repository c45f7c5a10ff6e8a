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
