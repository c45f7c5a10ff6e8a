/// Bounds of a value on the wire. The other side may be hostile: nothing is allocated before it was counted.
package enum WireLimits {
    /// The deepest nesting of a received value; a deeper one is refused.
    package static let depth = 32
    /// The depth to which objects are sent; deeper objects are sent as their text. PowerShell's remoting stops at depth 1.
    package static let objectDepth = 4
    /// The most characters of a number that is sent as text; a longer number is sent as a string.
    package static let digits = 4096
    /// The largest value in bytes.
    package static let size = 16 << 20
}
