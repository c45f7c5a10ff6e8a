import CmdletKit
import Interpreter
import Values

/// Get-Credential.
struct GetCredential: Cmdlet {
    private var credential: Value = .null
    private var message: String?
    private var userName: String?
    private var title: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Credential", synopsis: "Asks for a name and a password.", defaultSet: "CredentialSet",
        parameters: [
            Parameter(
                "Credential", \.credential, position: 0, sets: ["CredentialSet"], help: "A user name, or a credential as it is."),
            Parameter("Message", \.message, sets: ["MessageSet"], help: "What is shown above the questions."),
            Parameter("UserName", \.userName, position: 0, sets: ["MessageSet"], help: "The name, where it is known."),
            Parameter("Title", \.title, sets: ["MessageSet"], help: "A line above the message."),
        ], outputs: ["System.Management.Automation.PSCredential"],
        examples: [Example("$login = Get-Credential -UserName me", "Asks for my password.", runs: .never)])

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
