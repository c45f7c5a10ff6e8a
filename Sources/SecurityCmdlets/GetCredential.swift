import CmdletKit
import Interpreter
import Values

/// Get-Credential: asks for a user name and a password.
struct GetCredential: Cmdlet {
    private var credential: Value = .null
    private var message: String?
    private var userName: String?
    private var title: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Credential", synopsis: "Asks for a user name and a password.",
        description: """
            Writes a System.Management.Automation.PSCredential with the name and the password as a secret. What is \
            typed for the password is not shown. A credential that is given is written as it is, without a question. \
            Where there is nobody to ask, because input has ended or the shell runs with -NonInteractive, it is an \
            error.
            """,
        defaultSet: "CredentialSet",
        parameters: [
            Parameter(
                \.credential, position: 0, sets: ["CredentialSet"],
                help: "A user name, which is not asked for then, or a credential, which is written as it is."),
            Parameter(\.message, sets: ["MessageSet"], help: "What is shown above the questions."),
            Parameter(
                \.userName, position: 0, sets: ["MessageSet"], help: "The user name, which is not asked for then."),
            Parameter(\.title, sets: ["MessageSet"], help: "The line above the message."),
        ],
        outputs: ["System.Management.Automation.PSCredential"],
        examples: [
            Example("$login = Get-Credential -UserName ada -Message 'The orchard'", "Asks for a password.", runs: .never),
            Example(
                """
                $login = [pscredential]::new('ada', (ConvertTo-SecureString secret -AsPlainText))
                (Get-Credential $login).UserName
                """,
                "A credential as it is, without a question.", output: "ada"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if credential.asObject(CredentialObject.self) != nil {
            try runtime.write(credential)
            return
        }
        let engine = try runtime.service(Engine.self)
        for line in [title ?? "PowerShell credential request", message ?? "Enter your credentials."] {
            engine.host.writeText(line, newline: true, foreground: nil, background: nil)
        }
        var name = userName ?? (credential.isNull ? "" : credential.displayText)
        if name.isEmpty { name = try answer("User: ", hidden: false, engine) }
        guard !name.isEmpty else {
            throw ValueError(
                "A credential needs a user name, and none was given.", id: "CouldNotPromptForCredential",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        let password = try answer("Password for user \(name): ", hidden: true, engine)
        try runtime.write(.object(CredentialObject(name, SecureStringObject(password))))
    }

    private func answer(_ question: String, hidden: Bool, _ engine: Engine) throws -> String {
        if let line = try engine.readLine(prompt: question, hidesInput: hidden) { return line }
        throw ValueError(
            "There is nobody to ask: input has ended, or the shell runs with -NonInteractive. Make a credential of "
                + "[pscredential]::new(name, password).",
            id: "CouldNotPromptForCredential", exception: "System.InvalidOperationException", category: "InvalidOperation")
    }
}
