import CmdletKit
import Completion
import Interpreter
import Values

/// TabExpansion2.
struct TabExpansion2: Cmdlet {
    private var inputScript = ""
    private var cursorColumn = 0
    private var ast: Value = .null
    private var tokens: Value = .null
    private var positionOfCursor: Value = .null
    private var options: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "TabExpansion2", synopsis: "Gets what can stand at a place of a script: what Tab offers at the prompt.",
        defaultSet: "ScriptInputSet",
        parameters: [
            Parameter(
                "inputScript", \.inputScript, position: 0, mandatory: true, sets: ["ScriptInputSet"],
                validate: [.allowEmptyString], help: "The script's text."),
            Parameter(
                "cursorColumn", \.cursorColumn, position: 1, sets: ["ScriptInputSet"],
                help: "The cursor's place in the text, from 0; its end where it is not given."),
            Parameter("ast", \.ast, position: 0, mandatory: true, sets: ["AstInputSet"], help: "The script's tree."),
            Parameter(
                "tokens", \.tokens, position: 1, mandatory: true, sets: ["AstInputSet"], validate: [.allowEmptyCollection],
                help: "The script's tokens."),
            Parameter(
                "positionOfCursor", \.positionOfCursor, position: 2, mandatory: true, sets: ["AstInputSet"],
                help: "The cursor's position in the tree."),
            Parameter("options", \.options, help: "A hashtable of options."),
        ],
        outputs: ["System.Management.Automation.CommandCompletion"],
        examples: [
            Example(
                "(TabExpansion2 'Get-Loca').CompletionMatches.CompletionText", "What Tab makes of a command's beginning.",
                output: "Get-Location")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard runtime.parameterSet != "AstInputSet" else {
            try runtime.write(try CompletionObjects.complete(tree: ast, position: positionOfCursor, in: engine))
            return
        }
        let column = runtime.isBound("cursorColumn") ? cursorColumn : inputScript.utf16.count
        try runtime.write(CompletionObjects.complete(inputScript, cursor: column, in: engine))
    }
}
