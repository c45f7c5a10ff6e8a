import CmdletKit
import Values

/// ConvertFrom-SecureString: writes a secure string as hexadecimal digits or as plain text.
struct ConvertFromSecureString: Cmdlet {
    private var secureString: Value = .null
    private var asPlainText: Switch = false
    private var key: [Int] = []

    static let declaration = CmdletDeclaration<Self>(
        "ConvertFrom-SecureString", synopsis: "Writes a secret as hexadecimal digits, or as plain text.",
        description: """
            The digits are those of the text in UTF-16, as PowerShell for Linux writes them: they hide the text and \
            do not encrypt it. ConvertTo-SecureString reads them. Takes secrets from the pipeline and writes texts.
            """,
        parameters: [
            Parameter(\.secureString, position: 0, mandatory: true, pipeline: .byValue, help: "The secret."),
            Parameter(\.asPlainText, help: "Writes the text itself."),
            Parameter(\.key, help: "A key of 16, 24 or 32 bytes for AES; an error here."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("ConvertTo-SecureString 'ab' -AsPlainText | ConvertFrom-SecureString", "Digits.", output: "61006200"),
            Example(
                "ConvertTo-SecureString 'ab' -AsPlainText | ConvertFrom-SecureString -AsPlainText",
                "The text.", output: "ab"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard key.isEmpty else { throw ConvertToSecureString.noKey }
        guard let secret = secureString.asObject(SecureStringObject.self) else {
            throw ValueError.notSecure(secureString)
        }
        try runtime.write(.string(asPlainText.isOn ? secret.text : SecureText.encoded(secret.text)))
    }
}

extension ValueError {
    /// The error for an argument that is not a secure string.
    static func notSecure(_ value: Value) -> ValueError {
        ValueError(
            "Cannot convert the value of type \"\(value.typeName)\" to type \"System.Security.SecureString\". ConvertTo-SecureString makes one.",
            id: "CannotConvertArgumentNoMessage", exception: "System.Management.Automation.ParameterBindingException",
            category: "InvalidArgument")
    }
}
