import SourceText
import Values

extension Engine {
    /// The weight of formatting within formatting: each level makes a formatter and its views, which takes a millisecond.
    private static let formattingWeight = 50

    /// The value of a property for formatting, members that scripts added included.
    /// - Returns: nil where the object has no such property, or its getter fails.
    public func property(_ name: String, of value: Value) -> Value? {
        let frame = Frame(engine: self, scope: current, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return try? nested(weight: Self.formattingWeight) { try MemberAccessor.ownValue(value, name, frame) }
    }
}

extension Engine {
    /// Evaluates a block with an object as `$_`, for properties that views calculate.
    /// - Returns: nil where the block fails.
    public func evaluate(_ block: ScriptBlock, of value: Value) -> Value? {
        let frame = Frame(engine: self, scope: current, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return (try? nested(weight: Self.formattingWeight) { try invoke(block, current: value, in: frame) }).map { .collapsing($0) }
    }
}
