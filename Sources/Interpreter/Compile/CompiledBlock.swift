import SourceText
import Syntax
import Values

/// The code of an expression.
package typealias Evaluate = (Frame) throws -> Value
/// The code of a condition.
typealias Test = (Frame) throws -> Bool
/// The code of a statement.
package typealias Execute = (Frame) throws -> StatementOutcome

/// A statement's code in an array. In a struct, because closures that are array elements themselves are called through two
/// reabstraction thunks each.
struct Step {
    let run: Execute
}

/// A script block compiled to closures for scopes of one layout. A class, as `CompiledParameter` is: a struct's parts would be
/// copied at each call.
package final class CompiledBlock {
    let syntax: ScriptBlockSyntax
    /// The names and slots of the block's scopes.
    package let layout: ScopeLayout
    let parameters: [CompiledParameter]
    /// The constraints of the parameters' variables by slot, for `Scope.constrain`.
    let constraints: [VariableConstraint?]
    /// The `dynamicparam` block, which writes a RuntimeDefinedParameterDictionary.
    package let dynamicParameters: Execute?
    let begin: Execute?
    let process: Execute?
    let end: Execute?
    let clean: Execute?
    /// The slots of `$args` and `$input`, which a call fills.
    let argumentsSlot: Int
    let inputSlot: Int
    /// The slot in which a process block that names `$input` finds the current object; nil where it does not.
    let currentInputSlot: Int?
    /// The slot of `$_`.
    let currentObjectSlot: Int
    /// The slots of `$PSBoundParameters` and `$MyInvocation`; nil where the text does not name them.
    let boundParametersSlot: Int?
    let invocationSlot: Int?
    /// The slot of `$PSCmdlet`; nil where the function is not advanced and the text does not name it.
    let contextSlot: Int?
    /// The parameters and attributes of the function, as the binder and Get-Command read them.
    package let signature: FunctionSignature
    /// The expression of a block that is a single expression (`{ $_ -gt 3 }`), evaluated without a sink for its output.
    let expression: (value: Evaluate, span: SourceSpan)?
    /// Whether there are only positional parameters and one body, so that `DirectCall` can run the block without the binder.
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
    /// The type as written where it is unknown when the block is compiled. PowerShell reports an unknown type when the function is
    /// called, and a class may have been defined by then.
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

    /// Whether a value already has the parameter's type, so that no conversion is needed. Knows the most frequent types only; false
    /// for others.
    @inline(__always) func holds(_ value: Value) -> Bool {
        switch (exact, value) {
        case (.int, .int), (.long, .long), (.double, .double), (.bool, .bool), (.string, .string), (.object, .int),
            (.object, .string):
            true
        default: false
        }
    }

    private let exact: ExactType

    /// The types that the case of a `Value` tells.
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
