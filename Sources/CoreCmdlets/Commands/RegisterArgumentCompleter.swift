import CmdletKit
import Completion
import Interpreter
import Values

/// Register-ArgumentCompleter: registers a script block with the engine's `ArgumentCompleters`.
struct RegisterArgumentCompleter: Cmdlet {
    private var commandName: [String] = []
    private var parameterName = ""
    private var scriptBlock: Value = .null
    private var native = Switch(false)
    private var nativeFallback = Switch(false)

    static let declaration = CmdletDeclaration<Self>(
        "Register-ArgumentCompleter",
        synopsis: "Sets what Tab offers as the value of a parameter or as arguments of a program.",
        description: """
            The script block gets the name of the command and of the parameter, the word so far, the command as a \
            syntax tree and a hashtable of the other parameters; for a program it gets the word, the syntax tree and \
            the place of the cursor. It writes texts, or System.Management.Automation.CompletionResult objects. A \
            later registration for the same parameter replaces the earlier one, and $null takes it back. Writes \
            nothing.
            """,
        defaultSet: "PowerShellSet",
        parameters: [
            Parameter(
                \.commandName,
                memberships: [.init(set: "PowerShellSet"), .init(set: "NativeCommandSet", isMandatory: true)],
                completer: .commandNames, help: "The commands or programs; without it, all commands with such a parameter."),
            Parameter(
                \.parameterName, mandatory: true, sets: ["PowerShellSet"],
                help: "The parameter, without its hyphen."),
            Parameter(
                \.scriptBlock, mandatory: true, validate: [.allowNull],
                help: "What writes the candidates; $null takes the registration back."),
            Parameter(\.native, sets: ["NativeCommandSet"], help: "The commands are programs."),
            Parameter(
                \.nativeFallback, mandatory: true, sets: ["NativeFallbackSet"],
                help: "Completes the arguments of programs that have no completer of their own."),
        ],
        examples: [
            Example(
                """
                function Get-Fruit($Name) { }
                Register-ArgumentCompleter -CommandName Get-Fruit -ParameterName Name -ScriptBlock { 'apple', \
                'cherry' }
                (TabExpansion2 'Get-Fruit -Name ').CompletionMatches.CompletionText
                """,
                "Names for a function.", output: "apple\ncherry"),
            Example(
                """
                Register-ArgumentCompleter -Native -CommandName fruit -ScriptBlock { param($word) '--peel', \
                '--core' -like "$word*" }
                (TabExpansion2 'fruit --p').CompletionMatches.CompletionText
                """,
                "Options of a program.", output: "--peel"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let completers = engine.service(ArgumentCompleters.self) ?? ArgumentCompleters()
        engine.provide(completers)
        let block = scriptBlock.asObject(ScriptBlock.self)
        switch runtime.parameterSet {
        case "NativeCommandSet": for name in commandName { completers.register(block, program: name) }
        case "NativeFallbackSet": completers.fallback = block
        default:
            for name in commandName.isEmpty ? [""] : commandName {
                completers.register(block, command: name, parameter: parameterName)
            }
        }
    }
}
