import CmdletKit
import Completion
import Interpreter
import Values

/// TabExpansion2: writes the candidates of the completion engine for a script text or syntax tree.
struct TabExpansion2: Cmdlet {
    private var inputScript = ""
    private var cursorColumn = 0
    private var ast: Value = .null
    private var tokens: Value = .null
    private var positionOfCursor: Value = .null
    private var options: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "TabExpansion2", synopsis: "Gets what can stand at a place of a script: what Tab offers at the prompt.",
        description: """
            Takes a text and the place of the cursor in it, or the syntax tree and tokens of a script. Writes a \
            System.Management.Automation.CommandCompletion, whose CompletionMatches are the candidates, and whose \
            ReplacementIndex and ReplacementLength say which part of the text they replace. Takes nothing from the \
            pipeline.
            """,
        defaultSet: "ScriptInputSet",
        parameters: [
            Parameter(
                \.inputScript, named: "inputScript", position: 0, mandatory: true, sets: ["ScriptInputSet"],
                validate: [.allowEmptyString], help: "The text of the script."),
            Parameter(
                \.cursorColumn, named: "cursorColumn", position: 1, sets: ["ScriptInputSet"],
                help: "The place of the cursor in the text, from 0; the end of the text by default."),
            Parameter(
                \.ast, named: "ast", position: 0, mandatory: true, sets: ["AstInputSet"], help: "The syntax tree of the script."),
            Parameter(
                \.tokens, named: "tokens", position: 1, mandatory: true, sets: ["AstInputSet"], validate: [.allowEmptyCollection],
                help: "The tokens of the script."),
            Parameter(
                \.positionOfCursor, named: "positionOfCursor", position: 2, mandatory: true, sets: ["AstInputSet"],
                help: "The position of the cursor in the syntax tree."),
            Parameter(\.options, named: "options", help: "A hashtable of options; accepted for scripts that give it."),
        ],
        outputs: ["System.Management.Automation.CommandCompletion"],
        examples: [
            Example(
                "(TabExpansion2 'Get-Loca').CompletionMatches.CompletionText",
                "What Tab makes of the beginning of a command.", output: "Get-Location"),
            Example(
                "(TabExpansion2 'Set-Location -Pas').CompletionMatches.CompletionText",
                "The name of a parameter.", output: "-PassThru"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard runtime.parameterSet != "AstInputSet" else {
            try runtime.write(try CompletionObjects.complete(tree: ast, position: positionOfCursor, in: engine))
            return
        }
        let column = runtime.isBound(\Self.cursorColumn) ? cursorColumn : inputScript.utf16.count
        try runtime.write(CompletionObjects.complete(inputScript, cursor: column, in: engine))
    }
}
