import CmdletKit
import Interpreter
import Values

/// Confirmation questions that do not depend on -Confirm (`ShouldContinue`), such as that of Remove-Item for a folder with
/// children.
struct Confirmation {
    /// The answer for all further questions, after "Yes to All" or "No to All".
    private var all: Bool?

    /// Asks a question, unless one before it was answered for all.
    /// - Returns: whether the answer is yes.
    /// - Throws: `ValueError` ConfirmationNotAvailable if input has ended or the shell runs with -NonInteractive.
    mutating func asks(_ question: String, _ runtime: any CmdletRuntime) throws -> Bool {
        if let all { return all }
        let engine = try runtime.service(Engine.self)
        engine.host.flush()
        engine.host.writeText("\nConfirm\n\(question)", newline: true, foreground: nil, background: nil)
        while true {
            let prompt = "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): "
            guard let answer = try engine.readLine(prompt: prompt) else {
                throw ValueError(
                    "\(question) There is nobody to ask: give -Recurse or -Force where that is meant.",
                    id: "ConfirmationNotAvailable",
                    exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidOperation")
            }
            switch answer.lowercased() {
            case "", "y", "yes": return true
            case "a":
                all = true
                return true
            case "n", "no": return false
            case "l":
                all = false
                return false
            default: continue
            }
        }
    }
}
