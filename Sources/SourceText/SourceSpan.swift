/// A half-open range of UTF-8 offsets in one `SourceFile`'s text.
///
/// Offsets are 32-bit because every AST node carries a span: a script is at most 4 GiB.
public struct SourceSpan: Sendable, Hashable {
    /// The UTF-8 offset of the first byte.
    public var start: UInt32
    /// The UTF-8 offset behind the last byte; equal to `start` for an empty span.
    public var end: UInt32

    /// Makes a span of UTF-8 offsets. Offsets beyond 32 bits are clamped, and an `end` before `start` makes an empty span.
    public init(start: Int, end: Int) {
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }

    /// The smallest span that covers this one and the other.
    public func union(_ other: SourceSpan) -> SourceSpan {
        var joined = self
        joined.start = min(start, other.start)
        joined.end = max(end, other.end)
        return joined
    }
}
