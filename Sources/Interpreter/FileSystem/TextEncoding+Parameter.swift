import CmdletKit
import Values

/// Lets cmdlets declare -Encoding parameters.
extension TextEncoding: ParameterValue {
    public static var parameterTypeName: String { "System.Text.Encoding" }
    public static var completer: ParameterCompleter {
        .values([
            "ascii", "ansi", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM",
            "utf32",
        ])
    }

    /// From an encoding's name, a code page's number, or an Encoding object.
    /// - Throws: `ValueError` for an unknown encoding.
    public static func fromArgument(_ value: Value) throws -> TextEncoding {
        if let object = value.asObject(EncodingObject.self) { return object.encoding }
        let name = value.displayText
        if let encoding = named(name) { return encoding }
        throw ValueError(
            "'\(name)' is not a supported encoding name. Give one of ascii, ansi, bigendianunicode, bigendianutf32, latin1, oem, unicode, utf7, utf8, utf8BOM, utf8NoBOM, utf32, or a code page with one byte a character, such as 1251, windows-1252 or ibm437.",
            id: "ArgumentException", exception: "System.ArgumentException", category: "InvalidArgument")
    }

    /// Warns where the encoding is obsolete (UTF-7).
    /// - Throws: where WarningAction ends the command.
    package func warn(_ runtime: any CmdletRuntime) throws {
        if self == .utf7 { try runtime.writeWarning("Encoding 'UTF-7' is obsolete, please use UTF-8.") }
    }
}
