import SourceText
import Syntax
import Values

/// Computes a value.
typealias Evaluate = (Frame) throws -> Value
/// Decides a condition.
typealias Test = (Frame) throws -> Bool
/// Runs a statement.
typealias Execute = (Frame) throws -> Completion

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
    let currentObjectSlot: Int
    let boundParametersSlot: Int?
    let invocationSlot: Int?
    /// That of `$PSCmdlet`, in advanced functions.
    let contextSlot: Int?
    let signature: FunctionSignature
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
