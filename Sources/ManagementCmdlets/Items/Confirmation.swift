import CmdletKit
import Interpreter
import Values

/// Questions beside -Confirm: something unexpectedly large is about to happen.
struct Confirmation {
    private var all: Bool?

    /// - Throws: where there is nobody to ask.
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
