import CmdletKit
import Completion
import Interpreter
import Values

/// Register-ArgumentCompleter.
struct RegisterArgumentCompleter: Cmdlet {
    private var commandName: [String] = []
    private var parameterName = ""
    private var scriptBlock: Value = .null
    private var native = Switch(false)
    private var nativeFallback = Switch(false)

    static let declaration = CmdletDeclaration<Self>(
        "Register-ArgumentCompleter", synopsis: "Sets what Tab offers as a parameter's value or as a program's arguments.",
        description:
            "The script block gets the command's and the parameter's name, the word so far, the command's text and what the "
            + "other parameters were given; for a program the word, the command's text and the cursor's place. $null takes it back.",
        defaultSet: "PowerShellSet",
        parameters: [
            Parameter(
                "CommandName", \.commandName,
                memberships: [.init(set: "PowerShellSet"), .init(set: "NativeCommandSet", isMandatory: true)],
                completer: .commandNames, help: "The commands; all of them where none is named."),
            Parameter("ParameterName", \.parameterName, mandatory: true, sets: ["PowerShellSet"], help: "The parameter."),
            Parameter(
                "ScriptBlock", \.scriptBlock, mandatory: true, validate: [.allowNull], help: "What gives the candidates."),
            Parameter("Native", \.native, sets: ["NativeCommandSet"], help: "The commands are programs."),
            Parameter(
                "NativeFallback", \.nativeFallback, mandatory: true, sets: ["NativeFallbackSet"],
                help: "For programs without a completer of their own."),
        ],
        examples: [
            Example(
                "function Greet($Name) { }; Register-ArgumentCompleter -CommandName Greet -ParameterName Name -ScriptBlock { 'Ada' }; "
                    + "(TabExpansion2 'Greet -Name ').CompletionMatches.CompletionText", "Names for a function of one's own.",
                output: "Ada")
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
