import CmdletKit
import Values

extension TextEncoding: ParameterValue {
    public static var parameterTypeName: String { "System.Text.Encoding" }
    public static var completer: ParameterCompleter {
        .values([
            "ascii", "ansi", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM",
            "utf32",
        ])
    }

    /// A name, a code page's number, or an encoding object.
    public static func fromArgument(_ value: Value) throws -> TextEncoding {
        if let object = value.asObject(EncodingObject.self) { return object.encoding }
        let name = value.displayText
        if let encoding = named(name) { return encoding }
        throw ValueError(
            "'\(name)' is not a supported encoding name. Give one of ascii, ansi, bigendianunicode, bigendianutf32, latin1, oem, unicode, utf7, utf8, utf8BOM, utf8NoBOM, utf32, or a code page with one byte a character, such as 1251, windows-1252 or ibm437.",
            id: "ArgumentException", exception: "System.ArgumentException", category: "InvalidArgument")
    }

    /// Says of one that nothing new is to be written with that it is.
    package func warn(_ runtime: any CmdletRuntime) throws {
        if self == .utf7 { try runtime.writeWarning("Encoding 'UTF-7' is obsolete, please use UTF-8.") }
    }
}
