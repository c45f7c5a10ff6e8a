import Values

/// An argument of a command, evaluated but not yet bound.
public enum Argument {
    /// A value. The text is how it was written where that matters: `007` is the string 007 to a string parameter, `*.txt` a pattern to a
    /// program. `isBare`: written without quotes.
    case value(Value, text: String?, isBare: Bool)
    /// `-Name`, with the value of `-Name:value` and the text that a program would get.
    case parameter(name: String, text: String, value: Value?)
    /// A key and value that were splatted.
    case splatted(name: String, value: Value)
    /// `--`.
    case endOfParameters
    /// All behind `--%`.
    case verbatim(String)

    public static func value(_ value: Value) -> Argument { .value(value, text: nil, isBare: false) }
}
