import CmdletKit
import Values

/// ConvertTo-SecureString: makes a secure string of plain text or of the digits of ConvertFrom-SecureString.
struct ConvertToSecureString: Cmdlet {
    private var text = ""
    private var asPlainText: Switch = false
    private var force: Switch = false
    private var key: [Int] = []

    static let declaration = CmdletDeclaration<Self>(
        "ConvertTo-SecureString", synopsis: "Makes a secret of a plain text, or of what ConvertFrom-SecureString wrote.",
        description: """
            A System.Security.SecureString does not show its text when it is printed or formatted. On Linux it is \
            not encrypted, neither in memory nor as the digits that ConvertFrom-SecureString writes: it keeps a \
            secret from being shown by accident, not from a reader of the file. Takes texts from the pipeline.
            """,
        defaultSet: "Secure",
        parameters: [
            Parameter(
                \.text, named: "String", position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
                help: "The text: digits of ConvertFrom-SecureString, or with -AsPlainText the secret itself."
            ),
            Parameter(\.asPlainText, sets: ["PlainText"], help: "The text is the secret itself."),
            Parameter(\.force, sets: ["PlainText"], help: "Accepted for scripts that give it."),
            Parameter(\.key, sets: ["Open"], help: "A key of 16, 24 or 32 bytes for AES; an error here."),
        ],
        outputs: ["System.Security.SecureString"],
        examples: [
            Example("(ConvertTo-SecureString 'secret' -AsPlainText).Length", "A secret of six characters.", output: "6"),
            Example(
                "ConvertTo-SecureString 61006200 | ConvertFrom-SecureString -AsPlainText",
                "From the digits of ConvertFrom-SecureString.", output: "ab"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard key.isEmpty else { throw Self.noKey }
        guard let secret = asPlainText.isOn ? text : SecureText.decoded(text) else {
            throw ValueError(
                "Input string was not in a correct format: hexadecimal digits of ConvertFrom-SecureString are expected. Use -AsPlainText for "
                    + "a plain text.", id: "ImportSecureString_InvalidArgument", exception: "System.FormatException",
                category: "InvalidArgument")
        }
        try runtime.write(.object(SecureStringObject(secret)))
    }

    static let noKey = ValueError(
        "Keys for secure strings are not supported: keep the secret in a file that only you may read, or in a secret store.",
        id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
}

/// The form in which PowerShell writes secure strings on Linux: the bytes of UTF-16LE as hexadecimal digits. It does not encrypt.
enum SecureText {
    static func encoded(_ text: String) -> String {
        text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.map {
            $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16)
        }
        .joined()
    }

    /// The text of such digits; nil if the text is no such form.
    static func decoded(_ text: String) -> String? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 4), !digits.isEmpty else { return nil }
        let units = stride(from: 0, to: digits.count, by: 4).map { place -> UInt16 in
            let low = digits[place] << 4 | digits[place + 1]
            let high = digits[place + 2] << 4 | digits[place + 3]
            return UInt16(high << 8 | low)
        }
        return String(decoding: units, as: UTF16.self)
    }
}
