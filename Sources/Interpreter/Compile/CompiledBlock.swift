import SourceText
import Syntax
import Values

/// Computes a value.
package typealias Evaluate = (Frame) throws -> Value
/// Decides a condition.
typealias Test = (Frame) throws -> Bool
/// Runs a statement.
package typealias Execute = (Frame) throws -> StatementOutcome

/// A statement in an array: closures that stand in an array by themselves are called through two thunks each time.
struct Step {
    let run: Execute
}

/// A script block as closures, for scopes of one layout. A class, as its parameters are: a call would copy all of their parts.
package final class CompiledBlock {
    let syntax: ScriptBlockSyntax
    package let layout: ScopeLayout
    let parameters: [CompiledParameter]
    /// What the parameters' variables may hold, as `Scope.constrain` takes it.
    let constraints: [VariableConstraint?]
    package let dynamicParameters: Execute?
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
    package let signature: FunctionSignature
    /// The block's value, where it is one expression and nothing else (`{ $_ -gt 3 }`): then nothing needs to be collected.
    let expression: (value: Evaluate, span: SourceSpan)?
    /// Nothing but positional parameters and one body, which a call by name can run at once.
    let isDirect: Bool

    init(
        syntax: ScriptBlockSyntax, layout: ScopeLayout, parameters: [CompiledParameter], dynamicParameters: Execute?,
        begin: Execute?,
        process: Execute?, end: Execute?, clean: Execute?, argumentsSlot: Int, inputSlot: Int, currentInputSlot: Int?,
        currentObjectSlot: Int, boundParametersSlot: Int?, invocationSlot: Int?, contextSlot: Int?, signature: FunctionSignature,
        expression: (value: Evaluate, span: SourceSpan)?
    ) {
        self.syntax = syntax
        self.layout = layout
        self.parameters = parameters
        self.dynamicParameters = dynamicParameters
        self.begin = begin
        self.process = process
        self.end = end
        self.clean = clean
        self.argumentsSlot = argumentsSlot
        self.inputSlot = inputSlot
        self.currentInputSlot = currentInputSlot
        self.currentObjectSlot = currentObjectSlot
        self.boundParametersSlot = boundParametersSlot
        self.invocationSlot = invocationSlot
        self.contextSlot = contextSlot
        self.signature = signature
        self.expression = expression
        isDirect =
            begin == nil && process == nil && clean == nil && signature.isSimple && boundParametersSlot == nil
            && invocationSlot == nil && contextSlot == nil && syntax.dynamicParamBlock == nil
        var constraints: [VariableConstraint?] = []
        for parameter in parameters {
            guard let type = parameter.type, !parameter.isSwitch else { continue }
            if parameter.slot >= constraints.count {
                constraints += Array(repeating: nil, count: parameter.slot + 1 - constraints.count)
            }
            constraints[parameter.slot] = VariableConstraint(type: type)
        }
        self.constraints = constraints
    }
}

/// A parameter of a function.
final class CompiledParameter {
    let name: String
    let slot: Int
    let type: ObjectType?
    /// The type's name where there is no such type: an error when the function is called, as in PowerShell.
    let unknownType: TypeSyntax?
    let isSwitch: Bool
    let defaultValue: Evaluate?

    init(name: String, slot: Int, type: ObjectType?, unknownType: TypeSyntax?, isSwitch: Bool, defaultValue: Evaluate?) {
        self.name = name
        self.slot = slot
        self.type = type
        self.unknownType = unknownType
        self.isSwitch = isSwitch
        self.defaultValue = defaultValue
        exact = type.map { ExactType($0) } ?? .other
    }

    /// Whether a value has the parameter's very type, for the types that most parameters have.
    @inline(__always) func holds(_ value: Value) -> Bool {
        switch (exact, value) {
        case (.int, .int), (.long, .long), (.double, .double), (.bool, .bool), (.string, .string), (.object, .int),
            (.object, .string):
            true
        default: false
        }
    }

    private let exact: ExactType

    /// The types that a value's case tells.
    private enum ExactType {
        case int, long, double, bool, string, object, other

        init(_ type: ObjectType) {
            self =
                switch type.name {
                case "System.Int32": .int
                case "System.Int64": .long
                case "System.Double": .double
                case "System.Boolean": .bool
                case "System.String": .string
                case "System.Object": .object
                default: .other
                }
        }
    }
}
