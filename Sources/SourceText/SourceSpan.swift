/// A half-open range of UTF-8 offsets in one `SourceFile`'s text.
///
/// Offsets are 32-bit: a script is at most 4 GiB, and every AST node carries a span.
public struct SourceSpan: Sendable, Hashable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset behind the last byte; equal to `start` for an empty span.
    public var end: UInt32

    public init(start: Int, end: Int) {
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }

    /// The smallest span that covers both.
    public func union(_ other: SourceSpan) -> SourceSpan {
        var joined = self
        joined.start = min(start, other.start)
        joined.end = max(end, other.end)
        return joined
    }
}
