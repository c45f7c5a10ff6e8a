import Interpreter
import SourceText
import Values

/// The text before an entry: what the `prompt` function returns (about_Prompts), or `PS <location>> ` if it is missing, fails or
/// returns nothing.
enum Prompt {
    /// The default `prompt` function, defined when the shell starts. Users may replace it.
    static let function = "function prompt { \"PS $(Get-Location)$('>' * ($NestedPromptLevel + 1)) \" }"

    static func text(_ engine: Engine) -> String {
        guard let function = engine.findFunction("prompt") else { return fallback(engine) }
        let frame = engine.topFrame(SourceFile(text: ""), output: NullSink())
        // Quietly: the prompt must not change the $? and $LASTEXITCODE that the user's last entry left.
        guard let values = try? engine.quietly({ try engine.invoke(function.block, in: frame) }), !values.isEmpty else {
            return fallback(engine)
        }
        let text = Value.collapsing(values).displayText
        return text.isEmpty ? fallback(engine) : text
    }

    private static func fallback(_ engine: Engine) -> String { "PS \(engine.fileSystem.location)> " }
}
