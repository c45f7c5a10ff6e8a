import SourceText
import Values

extension Engine {
    /// What formatting within formatting counts for: each level makes a formatter and its views, which takes a millisecond.
    private static let formattingWeight = 50

    /// A property that formatting shows, a script's own ones included; nil where there is none. A getter that fails shows nothing.
    public func property(_ name: String, of value: Value) -> Value? {
        let frame = Frame(engine: self, scope: current, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return try? nested(weight: Self.formattingWeight) { try MemberAccessor.ownValue(value, name, frame) }
    }
}

extension Engine {
    /// What a block gives that sees an object as `$_`; nil where it fails.
    public func evaluate(_ block: ScriptBlock, of value: Value) -> Value? {
        let frame = Frame(engine: self, scope: current, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return (try? nested(weight: Self.formattingWeight) { try invoke(block, current: value, in: frame) }).map { .collapsing($0) }
    }
}
