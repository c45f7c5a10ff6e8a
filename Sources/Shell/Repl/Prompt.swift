import Interpreter
import SourceText
import Values

/// The prompt: what the `prompt` function writes, or `PS <location>> ` where there is none or it fails.
enum Prompt {
    /// Defined when the shell starts, for users to replace.
    static let function = "function prompt { \"PS $(Get-Location)$('>' * ($NestedPromptLevel + 1)) \" }"

    static func text(_ engine: Engine) -> String {
        guard let function = engine.findFunction("prompt") else { return fallback(engine) }
        let frame = engine.topFrame(SourceFile(text: ""), output: NullSink())
        // A prompt never changes what the user's own line left in $? and $LASTEXITCODE.
        guard let values = try? engine.quietly({ try engine.invoke(function.block, in: frame) }), !values.isEmpty else {
            return fallback(engine)
        }
        let text = Value.collapsing(values).displayText
        return text.isEmpty ? fallback(engine) : text
    }

    private static func fallback(_ engine: Engine) -> String { "PS \(engine.fileSystem.location)> " }
}
