import Values

/// An argument of a command, evaluated and not yet bound to a parameter.
public enum Argument {
    /// A value.
    /// - `text`: its spelling, where that can matter: `007` binds to a string parameter as `007`.
    /// - `isBare`: whether it was written without quotes, so that a native program's argument expands `~` and patterns.
    case value(Value, text: String?, isBare: Bool)
    /// `-Name` or `-Name:value`.
    /// - `text`: the spelling, as a native program gets it.
    case parameter(name: String, text: String, value: Value?)
    /// A key and value of a splatted hashtable.
    case splatted(name: String, value: Value)
    /// `--`: the arguments behind it are positional.
    case endOfParameters
    /// The rest of the line behind `--%`, as written.
    case verbatim(String)

    /// A value whose spelling does not matter.
    public static func value(_ value: Value) -> Argument { .value(value, text: nil, isBare: false) }
}
