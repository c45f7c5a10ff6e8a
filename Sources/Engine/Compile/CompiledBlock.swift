import SourceText
import Syntax
import Values

/// Computes a value.
typealias Evaluate = (Frame) throws -> Value
/// Decides a condition.
typealias Test = (Frame) throws -> Bool
/// Runs a statement.
typealias Execute = (Frame) throws -> Completion

/// A statement in an array: closures that stand in an array by themselves are called through two thunks each time.
struct Step {
    let run: Execute
}

/// A script block as closures, for scopes of one layout.
struct CompiledBlock {
    let syntax: ScriptBlockSyntax
    let layout: ScopeLayout
    let parameters: [CompiledParameter]
    let dynamicParameters: Execute?
    let begin: Execute?
    let process: Execute?
    let end: Execute?
    let clean: Execute?
    /// The slots that a call fills where the code mentions them.
    let argumentsSlot: Int
    let inputSlot: Int
    /// Where a process block that names $input finds the object that it runs for.
    let currentInputSlot: Int?
    let currentObjectSlot: Int
    let boundParametersSlot: Int?
    let invocationSlot: Int?
    /// That of `$PSCmdlet`, in advanced functions.
    let contextSlot: Int?
    let signature: FunctionSignature
    /// The block's value, where it is one expression and nothing else (`{ $_ -gt 3 }`): then nothing needs to be collected.
    let expression: (value: Evaluate, span: SourceSpan)?
}

/// A parameter of a function.
struct CompiledParameter {
    let name: String
    let slot: Int
    let type: ObjectType?
    /// The type's name where there is no such type: an error when the function is called, as in PowerShell.
    let unknownType: TypeSyntax?
    let isSwitch: Bool
    let constraint: VariableConstraint?
    let defaultValue: Evaluate?
}
