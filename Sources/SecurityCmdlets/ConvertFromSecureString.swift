import CmdletKit
import Values

/// ConvertFrom-SecureString.
struct ConvertFromSecureString: Cmdlet {
    private var secureString: Value = .null
    private var asPlainText: Switch = false
    private var key: [Int] = []

    static let declaration = CmdletDeclaration<Self>(
        "ConvertFrom-SecureString", synopsis: "Writes a secure string as hexadecimal digits, or as plain text.",
        parameters: [
            Parameter("SecureString", \.secureString, position: 0, mandatory: true, pipeline: .byValue, help: "The string."),
            Parameter("AsPlainText", \.asPlainText, help: "The secret itself."),
            Parameter("Key", \.key, help: "A key for AES, which cannot be used here."),
        ], outputs: ["System.String"],
        examples: [
            Example(
                "ConvertTo-SecureString 'ab' -AsPlainText | ConvertFrom-SecureString", "Digits that ConvertTo-SecureString reads.",
                output: "61006200")
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
    /// Something else in the place of a secure string.
    static func notSecure(_ value: Value) -> ValueError {
        ValueError(
            "Cannot convert the value of type \"\(value.typeName)\" to type \"System.Security.SecureString\". ConvertTo-SecureString makes one.",
            id: "CannotConvertArgumentNoMessage", exception: "System.Management.Automation.ParameterBindingException",
            category: "InvalidArgument")
    }
}
